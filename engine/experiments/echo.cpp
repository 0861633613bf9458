#include "lab/lab.h"

#include <algorithm>
#include <fmt/format.h>

namespace threadscape {

namespace {

/// A server that sends every line back, and its clients: all of them tasks of one event loop.
class Echo final : public Experiment {
public:
    Echo()
        : Experiment(
              {.id = "echo", .topic = TS_TEXT("topic", "Async"), .title = TS_TEXT("echo", "Echo server")})
    {
    }

    Text question() const override
    {
        return Text(TS_PLURAL("echo", "Can one thread serve %n clients?")).count(clients);
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture",
             .label = TS_TEXT("preset", "Lecture"),
             .settings = {{"clients", "1000"}, {"lines", "20"}}},
            {.name = "two-clients",
             .label = TS_TEXT("preset", "Two clients"),
             .settings = {{"clients", "2"}, {"lines", "20"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override
    {
        return {{.kind = PlotSpec::Kind::timeline, .share = 5}, tasksPlot(2)};
    }

    std::vector<LaneGroup> lanes() const override
    {
        const auto server = [](const char* prefix, std::int64_t count, Template number, LaneNaming naming) {
            return LaneGroup{TS_TEXT("echo", "Server"), prefix, count, number, naming, false};
        };
        return {mainLane(),
                server(kMain, 1, {}, LaneNaming::single),
                server(kAccepting, 1, TS_TEXT("echo", "connections"), LaneNaming::single),
                server(kServer, clients, TS_TEXT("echo", "lines sent back"), LaneNaming::spaced),
                {TS_TEXT("echo", "Clients"), kClient, clients, TS_TEXT("echo", "lines echoed")}};
    }

    std::optional<Error> brokenRule() const override
    {
        const std::int64_t spare = descriptorsToSpare();
        if (descriptors() <= spare)
            return std::nullopt;
        return Error{
            Text(TS_TEXT("echo", "clients is %1, which takes %2 open sockets and files, and the system "
                                 "allows %3 more: lower clients to %4."))
                .arg(clients.value())
                .arg(descriptors())
                .arg(spare)
                .arg(std::max<std::int64_t>(0, (spare - kDescriptorsBeside) / 2))};
    }

    void run(Lab& lab) override
    {
        makeRoomForDescriptors(descriptors());
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.showLoad();
        TcpListener listener = listen(lab, loop);
        const AtEnd timed([&] { m_time.stop(); });
        m_time.start();
        loop.run(kMain, main(lab, loop, listener), kServers);
    }

    Findings findings() const override
    {
        const Durations::Summary latency = m_latency.summary();
        Findings found;
        found.add("echoed", TS_TEXT("echo", "Lines echoed"), m_echoed.value());
        found.add("lost", TS_TEXT("echo", "Lost"), m_lost.value());
        found.add("latency_median_us", TS_TEXT("echo", "There and back, median"), 1e3 * latency.medianMs,
                  "us");
        found.add("latency_p99_us", TS_TEXT("echo", "99 of 100 within"), 1e3 * latency.p99Ms, "us");
        found.add("connections", TS_TEXT("echo", "Open at once, at most"), m_mostOpen.value());
        found.add("time_s", TS_TEXT("echo", "Time"), m_time.seconds(), "s");
        return found;
    }

    Text answer(const Findings& /*findings*/, Outcome outcome) const override
    {
        const Durations::Summary latency = m_latency.summary();
        if (outcome == Outcome::running)
            return Text(TS_TEXT("echo", "So far %1 of %2 lines came back, over %3 connections."))
                .arg(m_echoed.value())
                .of("echoed")
                .arg(clients * lines)
                .arg(m_open.value());
        const auto told = [&](Template form) {
            return Text(form)
                .arg(m_mostOpen.value())
                .of("connections")
                .arg(m_echoed.value())
                .of("echoed")
                .arg(DurationArg{static_cast<std::int64_t>(latency.medianMs * 1e6)})
                .of("latency_median_us")
                .arg(m_lost.value())
                .of("lost");
        };
        if (outcome != Outcome::finished)
            return told(TS_TEXT(
                "echo", "Ended early: %2 lines over up to %1 connections at once came back, half of them "
                        "within %3, and %4 were lost."));
        return told(TS_TEXT(
            "echo", "It can: with %1 connections open at once %2 lines came back, half of them within %3, "
                    "and %4 were lost. Who waits for a line keeps no thread."));
    }

private:
    static constexpr const char* kServers = TS_NAME("name", "Server");
    static constexpr const char* kClients = TS_NAME("name", "Clients");
    static constexpr const char* kMain = TS_NAME("name", "main");
    static constexpr const char* kAccepting = TS_NAME("name", "Accept");
    static constexpr const char* kServer = TS_NAME("name", "Connection");
    static constexpr const char* kClient = TS_NAME("name", "Client");
    static constexpr std::int64_t kDescriptorsBeside = 32; // the loop's, and what others open meanwhile

    std::int64_t descriptors() const { return 2 * clients + kDescriptorsBeside; }

    TcpListener listen(Lab& lab, EventLoop& loop) const
    {
        try {
            const ObjectId object =
                lab.catalogue().addObject(TS_NAME("name", "Port"), ObjectKind::connection);
            return {loop, object, static_cast<std::uint16_t>(port)};
        } catch (const std::system_error& error) {
            throw Misuse(
                Text(TS_TEXT("echo",
                             "Nobody can listen at port %1: %2. Choose another, or 0 for one that is free."))
                    .arg(port.value())
                    .arg(error.code().message()));
        }
    }

    Task<> main(Lab& lab, EventLoop& loop, TcpListener& listener);
    Task<> accept(EventLoop& loop, TcpListener& listener);
    Task<> serve(TcpStream stream);
    Task<> ask(Lab& lab, TaskHandle<void> accepting, ObjectId object, std::uint16_t at, std::int64_t client);
    std::string line(std::int64_t client, std::int64_t number) const;

    Integer clients{this, "clients", TS_TEXT("echo", "Clients"),
                    8,    {1, 1000}, kWho.about(TS_TEXT("echo", "Each has a connection of its own."))};
    Integer lines{
        this, "lines",     TS_TEXT("echo", "Lines"),
        100,  {1, 100000}, kWho.about(TS_TEXT("echo", "That each client sends, one after the other."))};
    Integer lineBytes{this, "line_bytes", TS_TEXT("echo", "Length of a line"),
                      64,   {1, 65536},   kRules.in("B").about(TS_TEXT("echo", "With its end."))};
    Integer port{
        this,
        "port",
        TS_TEXT("echo", "Port"),
        0,
        {0, 65535},
        kRules.about(TS_TEXT("echo", "Of 127.0.0.1, where the server listens. 0: one that is free."))};

    Counter m_echoed;
    Counter m_lost;
    Counter m_open;
    Counter m_mostOpen;
    Durations m_latency;
    Stopwatch m_time;
};

Task<> Echo::main(Lab& lab, EventLoop& loop, TcpListener& listener)
{
    const TaskHandle<void> accepting = loop.create(kAccepting, accept(loop, listener), kServers);
    const ObjectId object = lab.catalogue().addObject(TS_NAME("name", "Connection"), ObjectKind::connection);
    std::vector<TaskHandle<void>> all;
    for (std::int64_t i = 1; i <= clients; ++i)
        all.push_back(loop.create(laneName(kClient, LaneNaming::spaced, i),
                                  ask(lab, accepting, object, listener.port(), i), kClients));
    co_await gather(loop, std::move(all));
}

Task<> Echo::accept(EventLoop& loop, TcpListener& listener)
{
    for (std::int64_t i = 1; i <= clients; ++i) {
        TcpStream stream = co_await listener.accept();
        Lab::showNumber(i);
        m_open.add();
        m_mostOpen.raiseTo(m_open);
        loop.create(laneName(kServer, LaneNaming::spaced, i), serve(std::move(stream)), kServers);
    }
}

Task<> Echo::serve(TcpStream stream)
{
    const AtEnd closed([this] { m_open.add(-1); });
    while (std::optional<std::string> line = co_await stream.readLine()) {
        *line += '\n';
        co_await stream.write(*line);
        Lab::countNumber();
    }
}

// Nobody begins before all are connected.
Task<> Echo::ask(Lab& lab, TaskHandle<void> accepting, ObjectId object, std::uint16_t at, std::int64_t client)
{
    TcpStream stream = co_await TcpStream::connect(accepting.node().loop(), object, at);
    co_await accepting;
    for (std::int64_t number = 1; number <= lines; ++number) {
        const std::string sent = line(client, number);
        const std::int64_t beforeNs = lab.elapsedNs();
        co_await stream.write(sent);
        const std::optional<std::string> back = co_await stream.readLine();
        m_latency.add(lab.elapsedNs() - beforeNs);
        const bool same =
            back && std::string_view(*back) == std::string_view(sent).substr(0, sent.size() - 1);
        (same ? m_echoed : m_lost).add();
        Lab::countNumber();
    }
}

// "12.3 " again and again, so that nobody's line is like another's.
std::string Echo::line(std::int64_t client, std::int64_t number) const
{
    const std::string name = fmt::format("{}.{} ", client, number);
    std::string text;
    const auto length = static_cast<std::size_t>(lineBytes) - 1;
    while (text.size() < length)
        text += name;
    text.resize(length);
    return text + '\n';
}

} // namespace

std::unique_ptr<Experiment> makeEcho()
{
    return std::make_unique<Echo>();
}

} // namespace threadscape
