#pragma once

#include "lab/experiment.h"

#include <memory>

/// At the end of an experiment's file, once: how an experiment of `Class` is made. See experiments/list.def.
#define THREADSCAPE_MAKES(Class)                                                                             \
    std::unique_ptr<Experiment> make##Class()                                                                \
    {                                                                                                        \
        return std::make_unique<Class>();                                                                    \
    }
