#pragma once

// What an experiment that reads and writes files includes.

#include "lab/kit/failures.h"
#include "lab/kit/files.h"
#include "lab/threads.h"
