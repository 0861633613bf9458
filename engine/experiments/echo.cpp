#include "lab/async.h"

#include "kernels/echo_message.h"

#include <fmt/format.h>

namespace threadscape {

namespace {

/// A server that sends every line back, and its clients: all of them tasks of one event loop.
class Echo final : public Experiment {
public:
    Echo() : Experiment({"echo", TS_TEXT("topic", "Async"), TS_TEXT("echo", "Echo server")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"), clients = 1000, lines = 20);
        preset("two-clients", TS_TEXT("preset", "Two clients"), clients = 2, lines = 20);
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot(5), tasksPlot(2)});
    }

    Text question() const override
    {
        return Text(TS_PLURAL("echo", "Can one thread serve %n clients?")).count(clients);
    }

    std::optional<Error> brokenRule() const override
    {
        const std::int64_t spare = descriptorsToSpare();
        if (descriptors() <= spare)
            return std::nullopt;
        const std::int64_t possible = (spare - kDescriptorsBeside) / 2;
        if (possible < 1)
            return Error{
                Text(TS_TEXT("echo", "The system allows this program %1 more open sockets and files, too "
                                     "few for one client: raise that limit (ulimit -n)."),
                     spare)};
        return Error{
            Text(TS_TEXT("echo", "clients is %1, which takes %2 open sockets and files, and the system "
                                 "allows %3 more: lower clients to %4."),
                 clients, descriptors(), spare, possible)};
    }

    void run(Lab& lab) override
    {
        makeRoomForDescriptors(descriptors());
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.showLoad();
        TcpListener listener = listen(lab, loop);
        const AtEnd timed([&] { time.stop(); });
        time.start();
        loop.run(mainTask.name(), main(lab, loop, listener), kServers);
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t all = clients * lines;
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("no more than all came back", found[echoed] + found[lost] <= all)
                .claiming("no more connections than clients", found[mostOpen] <= clients);
        };
        if (outcome == Outcome::running)
            return told(
                Text(TS_PLURAL("echo", "So far %1 of %n lines came back."), found(echoed)).count(all));
        if (found[lost] > 0)
            return told(
                Text(TS_PLURAL("echo", "Not quite: %1 of %n lines were lost."), found(lost)).count(all));
        if (outcome != Outcome::finished)
            return told(found[echoed] == 0
                            ? Text(TS_TEXT("echo", "Ended before a line came back."))
                            : Text(TS_PLURAL("echo", "Ended early: %1 of %n lines came back."), found(echoed))
                                  .count(all))
                .claiming("none was lost", found[lost] == 0);
        const auto could = [&](Text&& sentence) {
            return told(std::move(sentence))
                .claiming("every line came back", found[echoed] == all)
                .claiming("all clients were there at once", found[mostOpen] == clients)
                .claiming("it was measured", found[latencyMedian] > 0);
        };
        if (all == 1)
            return could(
                Text(TS_TEXT("echo", "It can: the only line came back after %1."), found(latencyMedian)));
        return could(
            Text(TS_PLURAL("echo", "It can: with %n connections open at once every line came back, half "
                                   "of the %1 within %2. Who waits for a line keeps no thread."),
                 found(echoed), found(latencyMedian))
                .count(found[mostOpen]));
    }

private:
    static constexpr std::int64_t kDescriptorsBeside = 32; // the loop's, and those opened elsewhere meanwhile
    std::int64_t descriptors() const { return 2 * clients + kDescriptorsBeside; }

    TcpListener listen(Lab& lab, EventLoop& loop) const
    {
        try {
            return {loop, lab.catalogue().addObject(TS_NAME("name", "Port"), ObjectKind::connection),
                    static_cast<std::uint16_t>(port)};
        } catch (const std::system_error& error) {
            throw Misuse(
                Text(TS_TEXT("echo",
                             "Nobody can listen at port %1: %2. Choose another, or 0 for one that is free."),
                     port, error.code().message()));
        }
    }

    Task<> main(Lab& lab, EventLoop& loop, TcpListener& listener)
    {
        const TaskHandle<void> accepting = loop.create(acceptTask.name(), accept(loop, listener), kServers);
        const ObjectId object =
            lab.catalogue().addObject(TS_NAME("name", "Connection"), ObjectKind::connection);
        Tasks asking(loop, clientTasks, [&](std::int64_t client) {
            return ask(lab, accepting, object, listener.port(), client);
        });
        co_await asking.join();
    }

    Task<> accept(EventLoop& loop, TcpListener& listener)
    {
        for (std::int64_t i = 1; i <= clients; ++i) {
            TcpStream stream = co_await listener.accept();
            Lab::showNumber(i);
            open.add();
            mostOpen.raiseTo(open);
            loop.create(serverTasks.name(i), serve(std::move(stream)), kServers);
        }
    }

    Task<> serve(TcpStream stream)
    {
        const AtEnd closed([this] { open.add(-1); });
        while (std::optional<std::string> line = co_await stream.readLine()) {
            *line += '\n';
            co_await stream.write(*line);
            Lab::countNumber();
        }
    }

    // No client begins before all are connected.
    Task<> ask(Lab& lab, TaskHandle<void> accepting, ObjectId object, std::uint16_t at, std::int64_t client)
    {
        TcpStream stream = co_await TcpStream::connect(accepting.node().loop(), object, at);
        co_await accepting;
        for (std::int64_t number = 1; number <= lines; ++number) {
            const std::string name = fmt::format("{}.{} ", client, number); // so that all lines differ
            const std::string sent = repeatedTo(static_cast<std::size_t>(lineBytes) - 1, name) + '\n';
            const std::int64_t beforeNs = lab.elapsedNs();
            co_await stream.write(sent);
            const std::optional<std::string> back = co_await stream.readLine();
            latency.add(lab.elapsedNs() - beforeNs);
            (back && *back + '\n' == sent ? echoed : lost).add();
            Lab::countNumber();
        }
    }

    Integer clients{this, "clients", TS_TEXT("echo", "Clients"), 8,
                    kWho.between(1, 1000).about(TS_TEXT("echo", "Each has a connection of its own."))};
    Integer lines{
        this, "lines", TS_TEXT("echo", "Lines"), 100,
        kWho.between(1, 100000).about(TS_TEXT("echo", "That each client sends, one after the other."))};
    Integer lineBytes{this, "line_bytes", TS_TEXT("echo", "Length of a line"), 64,
                      kRules.between(1, 65536).in("B").about(TS_TEXT("echo", "With its end."))};
    Integer port{this, "port", TS_TEXT("echo", "Port"), 0,
                 kRules.between(0, 65535).about(
                     TS_TEXT("echo", "Of 127.0.0.1, where the server listens. 0: one that is free."))};

    static constexpr const char* kServers = TS_NAME("name", "Server");
    Group mainThread{this, Group::Main{}};
    Group mainTask{this, TS_TEXT("echo", "Server"), TS_NAME("name", "main"), 1, kSingle.uncounted()};
    Group acceptTask{this, TS_TEXT("echo", "Server"), TS_NAME("name", "Accept"), 1,
                     kSingle.counting(TS_TEXT("echo", "connections")).uncounted()};
    Group serverTasks{this, TS_TEXT("echo", "Server"), TS_NAME("name", "Connection"), clients,
                      kSpaced.counting(TS_TEXT("echo", "lines sent back")).uncounted()};
    Group clientTasks{this, TS_TEXT("echo", "Clients"), TS_NAME("name", "Client"), clients,
                      kSpaced.counting(TS_TEXT("echo", "lines echoed"))};

    Counter open;
    Durations latency;
    Basis<Durations::Summary> latencies{this, [this] { return latency.summary(); }};
    Count echoed{this, "echoed", TS_TEXT("echo", "Lines echoed")};
    Count lost{this, "lost", TS_TEXT("echo", "Lost")};
    Measured latencyMedian{
        this, "latency_median_us", TS_TEXT("echo", "There and back, median"),
        [this] { return latencies->count > 0 ? std::optional(1e3 * latencies->medianMs) : std::nullopt; },
        "us"};
    Measured latencyP99{this, "latency_p99_us", TS_TEXT("echo", "99 of 100 within"),
                        [this] {
                            return latencies->count >= Durations::kForP99
                                       ? std::optional(1e3 * latencies->p99Ms)
                                       : std::nullopt;
                        },
                        "us"};
    Count mostOpen{this, "connections", TS_TEXT("echo", "Open at once, at most")};
    Timed time{this, "time_s", TS_TEXT("echo", "Time"), "s"};
};

} // namespace

THREADSCAPE_MAKES(Echo)

} // namespace threadscape
