#pragma once

#include "lab/experiment.h"

#include <memory>

/// Once, at the end of an experiment's file: defines the factory of `Class`. See experiments/list.def.
#define THREADSCAPE_MAKES(Class)                                                                             \
    std::unique_ptr<Experiment> make##Class()                                                                \
    {                                                                                                        \
        return std::make_unique<Class>();                                                                    \
    }
