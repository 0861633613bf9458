#pragma once

// What an experiment with processes and what they share includes.

#include "exec/connection.h"
#include "exec/daemon_threads.h"
#include "exec/pipe.h"
#include "exec/process.h"
#include "exec/process_pool.h"
#include "exec/worker_arguments.h"
#include "exec/worker_context.h"
#include "lab/kit/children.h"
#include "lab/kit/mailbox.h"
#include "lab/threads.h"
#include "lab/worker_list.h"
#include "sync/process_block.h"
#include "sync/process_condition.h"
#include "sync/process_lock.h"
#include "sync/process_queue.h"
#include "sync/process_value.h"
