/*
 * names.h -- the parts of a name, and who is who in a document
 */
#ifndef COMMON_NAMES_NAMES_H
#define COMMON_NAMES_NAMES_H

#include "common/names/context.h"
#include "common/names/document.h"
#include "common/names/persons.h"
#include "common/names/runs.h"
#include "common/names/spelling.h"

#endif
