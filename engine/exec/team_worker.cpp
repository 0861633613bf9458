#include "exec/frames.h"
#include "exec/team_protocol.h"
#include "exec/worker_context.h"
#include "exec/worker_functions.h"
#include "os/cpu_time.h"
#include "os/pipe.h"
#include "sync/misuse.h"

#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace threadscape {

namespace {

class TeamWorker {
public:
    explicit TeamWorker(WorkerContext& context)
        : m_context(context), m_line(std::move(context.take(0).descriptors.at(0))), m_next(context.take(1))
    {
        makeBlocking(m_line);
    }

    int run()
    {
        answer({}, {});
        for (;;) {
            while (const auto request = m_in.next())
                if (!perform(*request))
                    return kBadArguments;
            if (m_out.write(m_line.get()) != FrameWriter::Written::all || !awaitMore())
                return 0;
        }
    }

private:
    bool perform(std::span<const std::byte> frame)
    {
        TeamRequest request;
        if (frame.size() < sizeof(request))
            return false;
        std::memcpy(&request, frame.data(), sizeof(request));
        std::span<const std::byte> arguments = frame.subspan(sizeof(request));
        const std::optional<std::string_view> job = takeText(arguments, request.jobBytes);
        if (!job)
            return false;
        TeamReply reply;
        std::vector<std::byte> result;
        const CpuUse before = threadCpuUse();
        reply.fromNs = monotonicNs();
        try {
            result = m_context.functions().teamJob(*job)(m_context, m_next, arguments);
        } catch (const Misuse& misuse) {
            result = fail(reply, misuse.text().english());
        } catch (const std::exception& failure) {
            result = fail(reply, failure.what());
        }
        reply.toNs = monotonicNs();
        const CpuUse used = threadCpuUse() - before;
        reply.userNs = used.userNs;
        reply.systemNs = used.systemNs;
        answer(reply, result);
        return true;
    }

    static std::vector<std::byte> fail(TeamReply& reply, std::string_view why)
    {
        reply.failed = 1;
        const auto bytes = std::as_bytes(std::span(why));
        return {bytes.begin(), bytes.end()};
    }

    void answer(const TeamReply& reply, std::span<const std::byte> result)
    {
        m_out.add(std::as_bytes(std::span(&reply, 1)), result);
    }

    bool awaitMore()
    {
        const WaitSpan span(m_context.actor(), State::idle, kNoObject, true);
        return m_in.read(m_line.get()) == FrameReader::Read::some;
    }

    WorkerContext& m_context;
    Descriptor m_line;
    ProcessValue m_next;
    FrameReader m_in;
    FrameWriter m_out;
};

int teamWorkerTask(WorkerContext& context, std::span<const std::byte> /*arguments*/)
{
    surviveBrokenPipes();
    return TeamWorker(context).run();
}

} // namespace

const WorkerTask kTeamWorkerTask{"team", &teamWorkerTask};

} // namespace threadscape
