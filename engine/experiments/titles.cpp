#include "lab/async.h"

#include "kernels/html_title.h"

namespace threadscape {

namespace {

/// Fetches pages and reports their titles: all at once on one thread, by a pool of threads, or one after the other.
class Titles final : public Experiment {
public:
    Titles() : Experiment({"titles", TS_TEXT("topic", "Async"), TS_TEXT("titles", "Page titles")})
    {
        preset("lecture", TS_TEXT("preset", "Lecture"));
        preset("pool", TS_TEXT("preset", "A pool"), mode = "pool");
        preset("one-by-one", TS_TEXT("preset", "One after the other"), mode = "sequential");
        preset("notes", TS_TEXT("preset", "Notes"));
        shows({timelinePlot()});
        for (Group* of : {&mainTask, &pageTasks})
            of->when([this] { return mode.is("async"); });
        poolLanes.when([this] { return mode.is("pool"); });
        for (Group* of : {&server, &accepting, &requests})
            of->when([this] { return ownPages(); });
    }

    Text question() const override
    {
        if (!ownPages())
            return Text(TS_PLURAL("titles", "%n pages: how long together?")).count(pageCount());
        return Text(TS_PLURAL("titles", "%n pages at %1 ms each: how long together?"), latencyMs)
            .count(pageCount());
    }

    std::optional<Error> brokenRule() const override
    {
        constexpr std::int64_t kMostPages = 100;
        for (const std::string& address : addresses())
            if (!Url::parse(address))
                return Error{Text(TS_TEXT("titles", "urls has %1, which is no http:// or https:// address."),
                                  withoutCredentials(address))};
        if (pageCount() > kMostPages)
            return Error{Text(TS_TEXT("titles", "urls has %1 addresses, and may have %2 at most."),
                              pageCount(), kMostPages)};
        return std::nullopt;
    }

    double plannedSeconds() const override
    {
        const std::int64_t rounds = mode.is("async")  ? 1
                                    : mode.is("pool") ? (pageCount() + workers - 1) / workers
                                                      : pageCount();
        return ownPages() ? secondsOfPauses(latencyMs * rounds) : 0;
    }

    void run(Lab& lab) override
    {
        std::optional<PageServer> own;
        if (ownPages())
            own.emplace(lab, PageServer::Lanes{server, accepting, requests}, latencyMs);
        const std::vector<Page> pages = pagesAt(lab, own);
        const AtEnd timed([&] { time.stop(); });
        time.start();
        if (mode.is("async")) {
            EventLoop loop(lab, TS_NAME("name", "Event loop"));
            loop.run(mainTask.name(), fetchAll(loop, pages), mainTask.heading());
        } else if (mode.is("pool")) {
            ThreadPool pool(lab, poolLanes, workers);
            pool.forEach(
                pages, [this](const Page& page) { fetchHere(page); },
                [&](const Page&) { return lab.task(TS_NAME("name", "page")); });
        } else {
            for (const Page& page : pages) {
                const Operation box(lab.operation(TS_NAME("name", "page")));
                fetchHere(page);
            }
        }
    }

    Answer answer(const Findings& found, Outcome outcome) const override
    {
        const std::int64_t got = std::ssize(found[titles].value());
        const std::int64_t gone = std::ssize(found[failed].value());
        const std::int64_t pages = pageCount();
        const auto told = [&](Text&& sentence) {
            return Answer(std::move(sentence))
                .claiming("no more than all pages", got + gone <= pages)
                .claiming("all of them at the end", outcome != Outcome::finished || got + gone == pages);
        };
        if (outcome == Outcome::running)
            return told(Text(TS_PLURAL("titles", "So far the titles of %1 of %n pages."), got).count(pages));
        if (outcome != Outcome::finished)
            return told(Text(TS_PLURAL("titles", "Ended early: the titles of %1 of %n pages, in %2."), got,
                             found(time))
                            .count(pages));
        if (got == 0)
            return told(Text(TS_PLURAL("titles", "No title came: all %n pages failed, in %1."), found(time))
                            .count(pages))
                .claiming("all failed", gone == pages);
        if (gone > 0)
            return told(Text(TS_PLURAL("titles",
                                       "Titles: %1, in %2. %n pages failed, and kept nobody else from "
                                       "arriving."),
                             got, found(time))
                            .count(gone))
                .claiming("others arrived", got > 0);
        const auto all = [&](Text&& sentence) {
            return told(std::move(sentence)).claiming("none failed", got == pages);
        };
        if (pages == 1)
            return all(Text(TS_TEXT("titles", "%1 for the only title."), found(time)));
        const Template how =
            mode.is("async")
                ? TS_PLURAL("titles",
                            "%1 for %n titles: while one page is awaited, the same thread asks for the "
                            "others.")
            : mode.is("pool") && workers > 1
                ? TS_PLURAL("titles", "%1 for %n titles: each worker waits for one page at a time.")
                : TS_PLURAL("titles", "%1 for %n titles: a page is asked for when the one before has come.");
        return all(Text(how, found(time)).count(got)).claiming("there are several", got > 1);
    }

private:
    /// Its index, its address, and the object that its fetcher waits for.
    struct Page {
        std::size_t index = 0;
        Url url;
        ObjectId object = kNoObject;
    };

    bool ownPages() const { return urls.value().empty(); }
    std::vector<std::string> addresses() const { return pageAddresses(urls.value()); }
    std::int64_t pageCount() const { return ownPages() ? PageServer::kPages : std::ssize(addresses()); }
    /// `own`: the built-in server, if it serves.
    std::vector<Page> pagesAt(Lab& lab, const std::optional<PageServer>& own) const
    {
        const auto named = [&](const std::string& name) {
            return lab.catalogue().addObject(name, ObjectKind::connection);
        };
        std::vector<Page> pages;
        if (own) {
            const ObjectId object = named(server.name());
            for (const Url& url : own->urls())
                pages.push_back({pages.size(), url, object});
        }
        for (const std::string& address : addresses()) {
            const Url url = Url::parse(address).value();
            pages.push_back({pages.size(), url, named(url.authority())});
        }
        return pages;
    }

    HttpOptions options() const
    {
        return {.verify = verify, .timeout = std::chrono::milliseconds(timeoutMs.value())};
    }
    Task<> fetchAll(EventLoop& loop, const std::vector<Page>& pages)
    {
        Tasks all(loop, pageTasks, [&](std::int64_t number) {
            return fetchOne(loop, pages[static_cast<std::size_t>(number) - 1]);
        });
        co_await all.join();
    }
    Task<> fetchOne(EventLoop& loop, const Page& page)
    {
        try {
            const HttpPage fetched = co_await fetchPage(loop, page.object, page.url, options());
            note(page, fetched);
        } catch (...) {
            fail(page, whyNoPage());
        }
    }
    void fetchHere(const Page& page)
    {
        try {
            note(page, fetchPageHere(page.object, page.url, options()));
        } catch (...) {
            fail(page, whyNoPage());
        }
    }
    void note(const Page& page, const HttpPage& fetched)
    {
        if (auto title = htmlTitle(fetched.body, fetched.type, [] { checkpoint(); }))
            titles.set(page.index, std::move(*title));
        else
            fail(page, "It has no title.");
    }
    // It does not fail the run.
    void fail(const Page& page, const std::string& why)
    {
        failed.set(page.index, page.url.text() + ": " + why);
    }

    OneOf<"async", "pool", "sequential"> mode{
        this, "mode", TS_TEXT("titles", "Fetched by"),
        words(TS_TEXT("titles", "tasks"), TS_TEXT("titles", "a pool"), TS_TEXT("titles", "in turn")), kRules};
    Integer workers{this, "workers", TS_TEXT("titles", "Workers"), 4,
                    kWho.between(1, 64).about(TS_TEXT("titles", "Threads of the pool."))};
    Integer latencyMs{
        this, "latency_ms", TS_TEXT("titles", "The server takes"), 200,
        kLiveMs.between(0, 10000).about(TS_TEXT("titles", "For each page; of the built-in server."))};
    FreeText urls{
        this, "urls", TS_TEXT("titles", "Addresses"), "",
        kWho.masked(&pageAddressesWithoutCredentials)
            .whenEmpty(TS_TEXT("titles", "five pages of a built-in server"))
            .about(TS_TEXT(
                "titles", "http:// or https://, separated by spaces, or by commas before a space or the next "
                          "http; user:password@ is sent, and shown as ***; empty: five pages of a server on "
                          "this computer."))};
    Boolean verify{this, "verify", TS_TEXT("titles", "Check certificates"), true,
                   kRules.about(TS_TEXT("titles", "https: refuses a server that cannot prove who it is."))};
    Integer timeoutMs{
        this, "timeout_ms", TS_TEXT("titles", "Time-out"), 5000,
        kHowLong.between(1, 60000).in("ms").about(TS_TEXT("titles", "For a page, redirects and all."))};

    Group main{this, Group::Main{}};
    Group mainTask{this, TS_TEXT("titles", "Tasks"), TS_NAME("name", "main"), 1, kSingle};
    Group pageTasks{this, TS_TEXT("titles", "Tasks"), TS_NAME("name", "Page"),
                    [this] { return pageCount(); }};
    Group poolLanes{this, TS_TEXT("titles", "Workers"), TS_NAME("name", "Worker"), workers};
    Group server{this, TS_TEXT("titles", "Server"), TS_NAME("name", "Server"), 1, kSingle.uncounted()};
    Group accepting{this, TS_TEXT("titles", "Server"), TS_NAME("name", "Accept"), 1, kSingle.uncounted()};
    Group requests{this, TS_TEXT("titles", "Server"), TS_NAME("name", "Request"),
                   [this] { return pageCount(); }, kSpaced.uncounted()};

    Lines titles{this, "titles", TS_TEXT("titles", "Titles")};
    Lines failed{this, "failed", TS_TEXT("titles", "Failed")};
    Timed time{this, "time_s", TS_TEXT("titles", "Time"), "s"};
};

} // namespace

THREADSCAPE_MAKES(Titles)

} // namespace threadscape
