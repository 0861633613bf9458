#include "exec/frames.h"
#include "exec/pool_protocol.h"
#include "exec/worker_context.h"
#include "exec/worker_functions.h"
#include "os/pipe.h"
#include "record/task_state.h"
#include "sync/misuse.h"
#include "sync/wait_span.h"

#include <cstring>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace threadscape {

namespace {

class PoolWorker {
public:
    PoolWorker(WorkerContext& context, Handed line)
        : m_context(context), m_pool(line.object), m_line(std::move(line.descriptors.at(0)))
    {
        makeBlocking(m_line);
    }

    int run()
    {
        for (;;) {
            while (const auto request = m_in.next())
                if (!take(*request))
                    return kBadArguments;
            if (!flush())
                return 0;
            if (!awaitMore())
                return 0;
        }
    }

private:
    bool take(std::span<const std::byte> frame)
    {
        PoolRequest request;
        if (frame.size() < sizeof(request))
            return false;
        std::memcpy(&request, frame.data(), sizeof(request));
        std::span<const std::byte> rest = frame.subspan(sizeof(request));
        if (request.isName != 0) {
            m_names[request.name] =
                m_context.catalogue().intern({reinterpret_cast<const char*>(rest.data()), rest.size()});
            return true;
        }
        const std::optional<std::string_view> function = takeText(rest, request.functionBytes);
        if (!function)
            return false;
        perform(request, *function, rest);
        // Quick tasks are answered together, slow ones at once.
        constexpr std::size_t kManyBytes = 32'768;
        constexpr double kLongNs = 50'000;
        const auto sinceFlush = static_cast<double>(ticksNow() - m_flushed);
        return m_out.waiting() < kManyBytes && sinceFlush < kLongNs * ticksPerNs() ? true : flush();
    }

    void perform(const PoolRequest& request, std::string_view function, std::span<const std::byte> arguments)
    {
        Actor& actor = m_context.actor();
        const TaskName name{m_names[request.name], request.numbered != 0};
        PoolReply reply{.number = request.number};
        std::vector<std::byte> result;
        {
            OperationSpan box(actor, name.id, name.numbered ? NumberStyle::ordinal : NumberStyle::none,
                              name.numbered ? request.number : 0);
            actor.writer().write(
                taskEvent(actor.track(), m_pool, box.start(), request.number, {TaskState::running, name}));
            try {
                result = m_context.functions().remoteFunction(function)(m_context, arguments);
            } catch (const Misuse& misuse) {
                reply.failed = 1;
                result = bytesOf(misuse.text().english());
            } catch (const std::exception& failure) {
                reply.failed = 1;
                result = bytesOf(failure.what());
            }
            reply.tookNs =
                static_cast<std::int64_t>(static_cast<double>(box.finish() - box.start()) / ticksPerNs());
        }
        m_out.add(std::as_bytes(std::span(&reply, 1)), result);
    }

    static std::vector<std::byte> bytesOf(std::string_view text)
    {
        const auto bytes = std::as_bytes(std::span(text));
        return {bytes.begin(), bytes.end()};
    }

    // The line blocks: only the process's end ends a wait here, so one system call replaces three. False: end of the stream.
    bool awaitMore()
    {
        const WaitSpan span(m_context.actor(), State::idle, m_pool, true);
        return m_in.read(m_line.get()) == FrameReader::Read::some;
    }

    // False: the pool's end is closed.
    bool flush()
    {
        const bool heard = m_out.write(m_line.get()) == FrameWriter::Written::all;
        m_flushed = ticksNow();
        return heard;
    }

    WorkerContext& m_context;
    ObjectId m_pool;
    Descriptor m_line;
    FrameReader m_in;
    FrameWriter m_out;
    Ticks m_flushed = ticksNow();
    std::unordered_map<ObjectId, ObjectId> m_names; // from the pool's number to the worker's
};

int poolWorkerTask(WorkerContext& context, std::span<const std::byte> /*arguments*/)
{
    surviveBrokenPipes();
    return PoolWorker(context, context.take(0)).run();
}

} // namespace

const WorkerTask kPoolWorkerTask{"pool", &poolWorkerTask};

} // namespace threadscape
