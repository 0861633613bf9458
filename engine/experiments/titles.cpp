#include "lab/lab.h"

#include "kernels/html_title.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace threadscape {

namespace {

/// A page of the built-in server.
struct OwnPage {
    const char* target;
    const char* title;
};
constexpr std::array<OwnPage, 5> kOwnPages{{{"/threads", "Threads"},
                                            {"/locks", "Races &amp; locks"},
                                            {"/queues", "Queues"},
                                            {"/pools", "Futures and pools"},
                                            {"/async", "Async"}}};

/// Fetches pages and tells their titles: all at once on one thread, by a pool of threads, or one after the other.
class Titles final : public Experiment {
public:
    Titles()
        : Experiment(
              {.id = "titles", .topic = TS_TEXT("topic", "Async"), .title = TS_TEXT("titles", "Page titles")})
    {
    }

    Text question() const override
    {
        const std::int64_t pages = pageCount();
        if (!urls.value().empty())
            return Text(TS_PLURAL("titles", "%n pages: how long together?")).count(pages);
        return Text(TS_PLURAL("titles", "%n pages at %1 ms each: how long together?"))
            .arg(latencyMs.value())
            .count(pages);
    }

    std::vector<Preset> presets() const override
    {
        return {
            {.name = "lecture", .label = TS_TEXT("preset", "Lecture"), .settings = {}},
            {.name = "pool", .label = TS_TEXT("preset", "A pool"), .settings = {{"mode", "pool"}}},
            {.name = "one-by-one",
             .label = TS_TEXT("preset", "One after the other"),
             .settings = {{"mode", "sequential"}}},
            {.name = "notes", .label = TS_TEXT("preset", "Notes"), .settings = {}},
        };
    }

    std::vector<PlotSpec> plots() const override { return {{.kind = PlotSpec::Kind::timeline}}; }

    std::vector<LaneGroup> lanes() const override
    {
        std::vector<LaneGroup> groups{mainLane()};
        const std::int64_t pages = pageCount();
        if (mode.is("async")) {
            groups.push_back({TS_TEXT("titles", "Tasks"), kMain, 1, {}, LaneNaming::single});
            groups.push_back({TS_TEXT("titles", "Tasks"), kPage, pages});
        } else if (mode.is("pool")) {
            groups.push_back({TS_TEXT("titles", "Workers"), kWorker, workers});
        }
        if (urls.value().empty()) {
            const auto add = [&](const char* prefix, std::int64_t count, LaneNaming naming) {
                groups.push_back({TS_TEXT("titles", "Server"), prefix, count, {}, naming, false});
            };
            add(kServer, 1, LaneNaming::single);
            add(kServing, 1, LaneNaming::single);
            add(kRequest, pages, LaneNaming::spaced);
        }
        return groups;
    }

    std::optional<Error> brokenRule() const override
    {
        const std::vector<std::string> all = addresses();
        for (const std::string& address : all)
            if (!Url::parse(address))
                return Error{Text(TS_TEXT("titles", "urls has %1, which is no http:// or https:// address."))
                                 .arg(address)};
        if (all.size() > kMostPages)
            return Error{Text(TS_TEXT("titles", "urls has %1 addresses, and may have %2 at most."))
                             .arg(static_cast<std::int64_t>(all.size()))
                             .arg(static_cast<std::int64_t>(kMostPages))};
        return std::nullopt;
    }

    double plannedSeconds() const override
    {
        if (!urls.value().empty())
            return 0;
        const auto pages = static_cast<double>(pageCount());
        const double rounds = mode.is("async")  ? 1
                              : mode.is("pool") ? std::ceil(pages / static_cast<double>(workers))
                                                : pages;
        return 1e-3 * static_cast<double>(latencyMs) * rounds;
    }

    void run(Lab& lab) override;

    Findings findings() const override
    {
        Findings found;
        std::vector<std::string> titles;
        std::vector<std::string> failed;
        for (std::size_t i = 0; i < kMostPages; ++i) {
            if (const auto title = m_titles[i].value())
                titles.push_back(*title);
            if (const auto why = m_failures[i].value())
                failed.push_back(*why);
        }
        found.add("titles", TS_TEXT("titles", "Titles"), titles);
        found.add("failed", TS_TEXT("titles", "Failed"), failed);
        found.add("time_s", TS_TEXT("titles", "Time"), m_time.seconds(), "s");
        return found;
    }

    Text answer(const Findings& /*findings*/, Outcome outcome) const override
    {
        const DurationArg time{static_cast<std::int64_t>(m_time.seconds() * 1e9)};
        if (outcome == Outcome::running)
            return Text(TS_TEXT("titles", "So far %1 titles of %2 pages."))
                .arg(m_got.value())
                .arg(pageCount());
        if (outcome != Outcome::finished)
            return Text(TS_TEXT("titles", "Ended early: %1 titles of %2 pages in %3."))
                .arg(m_got.value())
                .arg(pageCount())
                .arg(time)
                .of("time_s");
        if (m_failed > 0)
            return Text(
                       TS_PLURAL("titles",
                                 "Titles: %1, in %2. %n pages failed, each for a reason of its own, and kept "
                                 "nobody else from arriving."))
                .arg(m_got.value())
                .arg(time)
                .of("time_s")
                .count(m_failed);
        const Template how =
            mode.is("async")
                ? TS_TEXT("titles",
                          "%2 for %1 titles: while one page is awaited, the same thread asks for the "
                          "others.")
            : mode.is("pool")
                ? TS_TEXT("titles", "%2 for %1 titles: each worker waits for one page at a time.")
                : TS_TEXT("titles", "%2 for %1 titles: a page is asked for when the one before has come.");
        return Text(how).arg(m_got.value()).arg(time).of("time_s");
    }

private:
    static constexpr std::size_t kMostPages = 100;
    static constexpr const char* kTasks = TS_NAME("name", "Tasks");
    static constexpr const char* kMain = TS_NAME("name", "main");
    static constexpr const char* kPage = TS_NAME("name", "Page");
    static constexpr const char* kWorker = TS_NAME("name", "Worker");
    static constexpr const char* kServer = TS_NAME("name", "Server");
    static constexpr const char* kServing = TS_NAME("name", "Accept");
    static constexpr const char* kRequest = TS_NAME("name", "Request");

    std::vector<std::string> addresses() const;
    std::int64_t pageCount() const
    {
        return urls.value().empty() ? static_cast<std::int64_t>(kOwnPages.size())
                                    : static_cast<std::int64_t>(addresses().size());
    }
    HttpOptions options() const
    {
        return {.verify = verify, .timeout = std::chrono::milliseconds(timeoutMs.value())};
    }

    /// Whose task or thread fetches it, what it waits for, and where the result goes.
    struct Page {
        std::size_t index = 0;
        Url url;
        ObjectId object = kNoObject;
    };

    void serve(Lab& lab, Queue<std::int64_t>& port);
    Task<HttpReply> reply(Lab& lab, EventLoop& loop, std::string target);
    std::vector<Page> pagesAt(Lab& lab, std::optional<std::int64_t> ownPort) const;
    Task<> fetchAll(EventLoop& loop, const std::vector<Page>& pages);
    Task<> fetchOne(EventLoop& loop, const Page& page);
    void fetchHere(const Page& page);
    template <typename Get>
    void note(const Page& page, Get get);
    void fail(const Page& page, const std::string& why);

    Choice mode{this,
                "mode",
                TS_TEXT("titles", "Fetched by"),
                {{"async", TS_TEXT("titles", "tasks")},
                 {"pool", TS_TEXT("titles", "a pool")},
                 {"sequential", TS_TEXT("titles", "in turn")}},
                kRules};
    Integer workers{this, "workers", TS_TEXT("titles", "Workers"),
                    4,    {1, 64},   kWho.about(TS_TEXT("titles", "Threads of the pool."))};
    Integer latencyMs{
        this,
        "latency_ms",
        TS_TEXT("titles", "The server takes"),
        200,
        {0, 10000},
        kHowLong.live().in("ms").about(TS_TEXT("titles", "For each page; of the built-in server."))};
    FreeText urls{
        this, "urls", TS_TEXT("titles", "Addresses"), "",
        kWho.whenEmpty(TS_TEXT("titles", "five pages of a built-in server"))
            .about(TS_TEXT("titles",
                           "http:// or https://, separated by commas or spaces; empty: five pages of a "
                           "server on this computer."))};
    Boolean verify{this, "verify", TS_TEXT("titles", "Check certificates"), true,
                   kRules.about(TS_TEXT("titles", "https: refuses a server that cannot prove who it is."))};
    Integer timeoutMs{
        this, "timeout_ms", TS_TEXT("titles", "Time-out"),
        5000, {1, 60000},   kHowLong.in("ms").about(TS_TEXT("titles", "For a page, redirects and all."))};

    Stopwatch m_time;
    Counter m_got;
    Counter m_failed;
    std::array<Noted<std::string>, kMostPages> m_titles;
    std::array<Noted<std::string>, kMostPages> m_failures;
};

std::vector<std::string> Titles::addresses() const
{
    std::vector<std::string> all;
    std::string text = urls.value();
    std::ranges::replace_if(
        text, [](char c) { return std::string_view(" \t\r\n").find(c) != std::string_view::npos; }, ',');
    for (std::string& part : listParts(text))
        if (!part.empty())
            all.push_back(std::move(part));
    return all;
}

void Titles::run(Lab& lab)
{
    std::optional<Thread> server;
    std::optional<std::int64_t> ownPort;
    if (urls.value().empty()) {
        Queue<std::int64_t> port(lab, TS_NAME("name", "Port"));
        server.emplace(
            lab, kServer, [&] { serve(lab, port); }, Thread::Options{.group = kServer});
        ownPort = port.get();
    }
    const std::vector<Page> pages = pagesAt(lab, ownPort);
    const AtEnd timed([&] { m_time.stop(); });
    m_time.start();
    if (mode.is("async")) {
        EventLoop loop(lab, TS_NAME("name", "Event loop"));
        loop.run(kMain, fetchAll(loop, pages), kTasks);
    } else if (mode.is("pool")) {
        ThreadPool pool(lab, {.group = "Workers", .prefix = kWorker}, workers);
        std::vector<Future<void>> fetched;
        fetched.reserve(pages.size());
        for (const Page& page : pages)
            fetched.push_back(pool.submit([&] { fetchHere(page); }, lab.task(TS_NAME("name", "page"))));
        for (Future<void>& each : fetched)
            each.get();
    } else {
        const OperationName fetching = lab.operation(TS_NAME("name", "page"));
        for (const Page& page : pages) {
            const Operation box(fetching);
            fetchHere(page);
        }
    }
}

// A thread and an event loop of its own: whoever fetches, and however, it is served at once.
void Titles::serve(Lab& lab, Queue<std::int64_t>& port)
{
    EventLoop loop(lab, TS_NAME("name", "Server's event loop"));
    HttpServer server(loop, lab.catalogue().addObject(TS_NAME("name", "Clients"), ObjectKind::connection),
                      [&](std::string target) { return reply(lab, loop, std::move(target)); });
    port.put(server.port());
    loop.run(kServing, server.serve(kRequest, kServer), kServer);
}

Task<HttpReply> Titles::reply(Lab& lab, EventLoop& loop, std::string target)
{
    co_await lab.pause(loop, latencyMs);
    const auto* const page = std::ranges::find(kOwnPages, target, &OwnPage::target);
    if (page == kOwnPages.end())
        co_return HttpReply{.status = 404, .body = "<title>There is no such page</title>"};
    co_return HttpReply{
        .body = fmt::format("<!DOCTYPE html><html><head><title>{}</title></head></html>", page->title)};
}

std::vector<Titles::Page> Titles::pagesAt(Lab& lab, std::optional<std::int64_t> ownPort) const
{
    std::vector<Page> pages;
    if (ownPort) {
        const ObjectId object = lab.catalogue().addObject(kServer, ObjectKind::connection);
        for (const OwnPage& page : kOwnPages)
            pages.push_back(
                {pages.size(),
                 {.host = "127.0.0.1", .port = static_cast<std::uint16_t>(*ownPort), .target = page.target},
                 object});
        return pages;
    }
    for (const std::string& address : addresses()) {
        const Url url = Url::parse(address).value();
        pages.push_back(
            {pages.size(), url, lab.catalogue().addObject(url.authority(), ObjectKind::connection)});
    }
    return pages;
}

Task<> Titles::fetchAll(EventLoop& loop, const std::vector<Page>& pages)
{
    std::vector<TaskHandle<void>> all;
    all.reserve(pages.size());
    for (const Page& page : pages)
        all.push_back(
            loop.create(laneName(kPage, LaneNaming::spaced, static_cast<std::int64_t>(page.index) + 1),
                        fetchOne(loop, page), kTasks));
    co_await gather(loop, std::move(all));
}

Task<> Titles::fetchOne(EventLoop& loop, const Page& page)
{
    std::exception_ptr failure;
    HttpPage fetched;
    try {
        fetched = co_await fetchPage(loop, page.object, page.url, options());
    } catch (...) {
        failure = std::current_exception();
    }
    note(page, [&] {
        if (failure)
            std::rethrow_exception(failure);
        return std::move(fetched);
    });
}

void Titles::fetchHere(const Page& page)
{
    note(page, [&] { return fetchPageHere(page.object, page.url, options()); });
}

// The page's title, or why there is none: that is no failure of the run.
template <typename Get>
void Titles::note(const Page& page, Get get)
{
    try {
        const HttpPage fetched = get();
        if (auto title = htmlTitle(fetched.body, fetched.type)) {
            m_titles[page.index].set(std::move(*title));
            m_got.add();
        } else {
            fail(page, "It has no title.");
        }
    } catch (const NoPage& reason) {
        fail(page, reason.text().english());
    } catch (const TimedOut& reason) {
        fail(page, reason.text().english());
    } catch (const std::system_error& reason) {
        fail(page, reason.what());
    }
}

void Titles::fail(const Page& page, const std::string& why)
{
    m_failures[page.index].set(page.url.text() + ": " + why);
    m_failed.add();
}

} // namespace

std::unique_ptr<Experiment> makeTitles()
{
    return std::make_unique<Titles>();
}

} // namespace threadscape
