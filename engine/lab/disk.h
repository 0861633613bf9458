#pragma once

// What an experiment that reads and writes files includes.

#include "lab/kit/effort.h"
#include "lab/kit/failures.h"
#include "lab/kit/files.h"
#include "lab/kit/painted_pictures.h"
#include "lab/kit/thumbnail_names.h"
#include "lab/kit/working_folder.h"
#include "lab/threads.h"
