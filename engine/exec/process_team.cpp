#include "exec/process_team.h"

#include "exec/team_protocol.h"
#include "os/pipe.h"
#include "sync/io_wait.h"
#include "sync/misuse.h"
#include "sync/seam.h"

#include <cassert>
#include <cstring>
#include <optional>

namespace threadscape {

namespace {

[[noreturn]] void memberGone(const std::string& name)
{
    throw Misuse(Text(TS_TEXT("exec", "%1 ended in the middle of its job.")).arg(NameArg{name}));
}

} // namespace

ProcessTeam::ProcessTeam(Runtime& runtime, Options options)
    : m_runtime(runtime),
      m_options(std::move(options)),
      m_line(runtime.catalogue().addObject(m_options.group, ObjectKind::connection)),
      m_next(runtime, TS_NAME("name", "Next"), 0)
{
}

ProcessTeam::~ProcessTeam()
{
    // A member that waits for a job sees its line end, and exits; one in the middle of a job, or that does not exit, is killed.
    constexpr int kLooks = 20; // a stop may come meanwhile
    constexpr std::chrono::milliseconds kBetween(10);
    for (const auto& member : m_members)
        member->line.reset();
    for (const auto& member : m_members)
        for (int look = 0; look < kLooks && !m_inLap && !m_runtime.stopping(); ++look)
            if (member->process->joinFor(kBetween))
                break;
    for (const auto& member : m_members)
        member->process->kill();
}

std::int64_t ProcessTeam::grow()
{
    interruptible(VisibleOperation::start, m_line);
    const std::int64_t fromNs = monotonicNs();
    auto [ours, theirs] = makeSocketPair();
    auto member = std::make_unique<Member>();
    member->name = m_options.prefix + '-' + std::to_string(m_members.size() + 1);
    member->line = std::move(ours);
    Process::Options how{.group = m_options.group, .chunks = m_options.chunks};
    how.hand.push_back({{theirs.get()}, m_line, nullptr});
    how.hand.push_back(m_next.handout());
    auto process = Process::start(m_runtime.recorder(), member->name, kTeamWorkerTask, {}, how);
    if (!process)
        throw Misuse(process.error().text);
    member->process = std::move(*process);
    theirs.reset(); // its end is then seen as the end of the line
    m_members.push_back(std::move(member));
    awaitReply(*m_members.back());
    return monotonicNs() - fromNs;
}

Lap ProcessTeam::run(const TeamJob& job, const std::vector<std::vector<std::byte>>& arguments,
                     std::vector<std::vector<std::byte>>& replies)
{
    assert(!arguments.empty() && arguments.size() <= m_members.size());
    interruptible(VisibleOperation::submit, m_line);
    const TeamRequest request{static_cast<std::uint16_t>(job.name.size())};
    m_next.writeSilently(0);
    m_inLap = true;
    Lap lap;
    lap.fromNs = monotonicNs();
    for (std::size_t k = 0; k < arguments.size(); ++k) {
        Member& member = *m_members[k];
        member.out.add(std::as_bytes(std::span(&request, 1)), std::as_bytes(std::span(job.name)),
                       arguments[k]);
        for (;;) {
            const FrameWriter::Written written = member.out.write(member.line.get());
            if (written == FrameWriter::Written::all)
                break;
            if (written == FrameWriter::Written::closed)
                memberGone(member.name);
            waitUntilReady(member.line, Readiness::writable, m_line);
        }
    }
    replies.assign(arguments.size(), {});
    std::optional<Text>
        failure; // the first; the others' replies are still received, or they would answer the next lap
    for (std::size_t k = 0; k < arguments.size(); ++k) {
        Member& member = *m_members[k];
        const std::span<const std::byte> frame = awaitReply(member);
        TeamReply reply;
        std::memcpy(&reply, frame.data(), sizeof(reply));
        const std::span<const std::byte> rest = frame.subspan(sizeof(reply));
        if (reply.failed != 0 && !failure)
            failure = Text(TS_TEXT("exec", "%1 failed: %2."))
                          .arg(NameArg{member.name})
                          .arg(std::string(reinterpret_cast<const char*>(rest.data()), rest.size()));
        lap.jobs.push_back({.track = member.process->track(),
                            .fromNs = reply.fromNs,
                            .toNs = reply.toNs,
                            .cpu = {reply.userNs, reply.systemNs}});
        replies[k].assign(rest.begin(), rest.end());
    }
    lap.toNs = monotonicNs();
    m_inLap = false;
    if (failure)
        throw Misuse(std::move(*failure));
    return lap;
}

std::span<const std::byte> ProcessTeam::awaitReply(Member& member)
{
    for (;;) {
        if (const auto frame = member.in.next()) {
            if (frame->size() < sizeof(TeamReply))
                memberGone(member.name);
            return *frame;
        }
        switch (member.in.read(member.line.get())) {
        case FrameReader::Read::some: break;
        case FrameReader::Read::closed: memberGone(member.name);
        case FrameReader::Read::nothingNow:
            waitUntilReadable(member.line.get(), State::join, kNoObject, kForever, member.process->track());
        }
    }
}

} // namespace threadscape
