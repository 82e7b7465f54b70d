/*
 * base.h -- the ground: memory that is there, hashes, byte order, bytes, many
 * at once, stretches of them, UTF-8, lines, wide vectors, exit codes
 */
#ifndef COMMON_BASE_BASE_H
#define COMMON_BASE_BASE_H

#include "common/base/byte_order.h"
#include "common/base/bytes.h"
#include "common/base/exit.h"
#include "common/base/hash.h"
#include "common/base/lanes.h"
#include "common/base/lines.h"
#include "common/base/memory.h"
#include "common/base/span.h"
#include "common/base/utf8.h"
#include "common/base/wide.h"

#endif
