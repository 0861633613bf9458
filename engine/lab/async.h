#pragma once

// What an experiment with tasks of an event loop includes.

#include "async/event_loop.h"
#include "async/gather.h"
#include "async/http_client.h"
#include "async/http_server.h"
#include "async/in_pool.h"
#include "async/sleep.h"
#include "async/tcp.h"
#include "async/timeout.h"
#include "lab/kit/page_addresses.h"
#include "lab/kit/page_server.h"
#include "lab/kit/tasks.h"
#include "lab/kit/why_no_page.h"
#include "lab/threads.h"
#include "os/descriptor_limit.h"
