#pragma once

// What an experiment that distributes a calculation includes: teams of threads and processes, and how a speedup is measured.

#include "exec/parallel_for.h"
#include "exec/process_team.h"
#include "exec/team.h"
#include "lab/processes.h"
#include "lab/speedup/python_values.h"
#include "lab/speedup/speedup_experiment.h"
#include "lab/speedup/workload.h"
