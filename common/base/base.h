/*
 * base.h -- the ground: memory that is there, stretches of bytes, exit codes
 */
#ifndef COMMON_BASE_BASE_H
#define COMMON_BASE_BASE_H

#include "common/base/exit.h"
#include "common/base/memory.h"
#include "common/base/span.h"

#endif
