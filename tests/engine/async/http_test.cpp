#include "async/http_client.h"

#include "async/gather.h"
#include "async/http_flow.h"
#include "async/http_server.h"
#include "async/sleep.h"
#include "async/tcp.h"
#include "async/timeout.h"
#include "exec/cancelled.h"
#include "exec/thread.h"
#include "support/environment.h"
#include "support/test_run.h"
#include "support/tls_server.h"

#include <atomic>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>

namespace threadscape {
namespace {

using ::testing::HasSubstr;

constexpr std::int64_t kNeverNs = 3'600'000'000'000;

Task<HttpReply> replyTo(EventLoop& loop, std::string target)
{
    if (target == "/loop")
        co_return HttpReply{.status = 302, .location = "/loop"};
    if (target == "/moved")
        co_return HttpReply{.status = 301, .location = "/page?x=1"};
    if (target == "/elsewhere")
        co_return HttpReply{.status = 302, .location = "http://192.0.2.1:9/"};
    if (target == "/away")
        co_return HttpReply{.status = 302, .location = "ftp://x/"};
    if (target == "/missing")
        co_return HttpReply{.status = 404, .body = "no"};
    if (target == "/long")
        co_return HttpReply{.body = std::string(3'000'000, 'x')};
    if (target == "/never")
        co_await Sleep(loop, [] { return kNeverNs; });
    co_return HttpReply{.type = "text/plain", .body = "page " + target};
}

/// A server with a thread and a loop of its own, as long as it stands.
class OwnServer {
public:
    explicit OwnServer(Runtime& runtime)
        : m_thread(runtime, "Server", [this, &runtime] {
              EventLoop loop(runtime, "Server's loop");
              HttpServer server(loop, runtime.catalogue().addObject("Clients", ObjectKind::connection),
                                [&loop](std::string target) { return replyTo(loop, std::move(target)); });
              m_port = server.port();
              loop.run("serve", server.serve("Request", "Server"));
          })
    {
        EXPECT_TRUE(eventually([this] { return m_port != 0; }));
    }
    Url at(const std::string& target) const
    {
        return {.host = "127.0.0.1", .port = static_cast<std::uint16_t>(m_port), .target = target};
    }

private:
    std::atomic<int> m_port{0};
    Thread m_thread;
};

/// A page by one of the two ways, which must tell the same.
enum class Way { task, thread };
class Http : public ::testing::TestWithParam<Way> {
protected:
    static HttpPage get(Runtime& runtime, const Url& url, const HttpOptions& options = {})
    {
        const ObjectId object = runtime.catalogue().addObject(url.authority(), ObjectKind::connection);
        if (GetParam() == Way::thread)
            return fetchPageHere(object, url, options);
        EventLoop loop(runtime, "Event loop");
        return loop.run("main", fetchPage(loop, object, url, options));
    }
    static std::string whyNot(Runtime& runtime, const Url& url, const HttpOptions& options = {})
    {
        try {
            return "page " + get(runtime, url, options).url.text();
        } catch (const NoPage& reason) {
            return reason.what();
        } catch (const TimedOut& reason) {
            return reason.what();
        }
    }
};
INSTANTIATE_TEST_SUITE_P(, Http, ::testing::Values(Way::task, Way::thread),
                         [](const auto& way) { return way.param == Way::task ? "Task" : "Thread"; });

TEST_P(Http, APageComes)
{
    TestRun test;
    test.run([&] {
        const OwnServer server(test.runtime());
        const HttpPage page = get(test.runtime(), server.at("/a?b=c"));
        EXPECT_EQ(page.body, "page /a?b=c");
        EXPECT_EQ(page.type, "text/plain");
        EXPECT_EQ(page.url, server.at("/a?b=c"));
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST_P(Http, ARedirectIsFollowedAndACircleIsLeft)
{
    TestRun test;
    test.run([&] {
        const OwnServer server(test.runtime());
        const HttpPage page = get(test.runtime(), server.at("/moved"));
        EXPECT_EQ(page.body, "page /page?x=1");
        EXPECT_EQ(page.url, server.at("/page?x=1"));
        EXPECT_EQ(whyNot(test.runtime(), server.at("/loop")),
                  "It led on to other addresses more than 5 times.");
        EXPECT_EQ(whyNot(test.runtime(), server.at("/away")),
                  "It leads to ftp://x/, which is no http:// or https:// address.");
    });
}

TEST_P(Http, AServerOfThisComputerLeadsNobodyAway)
{
    TestRun test;
    test.run([&] {
        const OwnServer server(test.runtime());
        EXPECT_EQ(whyNot(test.runtime(), server.at("/elsewhere")),
                  "It leads away from this computer, to 192.0.2.1:9, and is not followed there.");
    });
}

TEST(HttpFlow, CredentialsAreSentToWhomTheyAreFor)
{
    namespace field = boost::beast::http;
    const Url url = *Url::parse("http://Aladdin:open%20sesame@a/");
    EXPECT_EQ(http_flow::requestFor(url)[field::field::authorization], "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    EXPECT_EQ(http_flow::requestFor(*url.follow("http://b/")).count(field::field::authorization), 0U);
    for (const char* here : {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(http_flow::isLoopback(boost::asio::ip::make_address(here))) << here;
    for (const char* other : {"0.0.0.0", "10.0.0.1", "::", "::2", "::ffff:10.0.0.1"})
        EXPECT_FALSE(http_flow::isLoopback(boost::asio::ip::make_address(other))) << other;
}

TEST_P(Http, WhatFailsIsTold)
{
    TestRun test;
    test.run([&] {
        std::uint16_t nobodys = 0;
        {
            EventLoop loop(test.runtime(), "Event loop");
            nobodys = TcpListener(loop, kNoObject).port();
        }
        const OwnServer server(test.runtime());
        EXPECT_EQ(whyNot(test.runtime(), server.at("/missing")), "The server answered 404 Not Found.");
        EXPECT_THAT(whyNot(test.runtime(), {.host = "127.0.0.1", .port = nobodys}),
                    HasSubstr("Connection refused"));
        // Longer than names can be: nobody is asked.
        const std::string noName(300, 'x');
        EXPECT_THAT(whyNot(test.runtime(), {.host = noName, .port = 80}),
                    HasSubstr("No connection to " + noName + ": "));
        // A server of TLS does not know what is wanted of it.
        const TlsServer secure("page");
        EXPECT_THAT(whyNot(test.runtime(), {.host = "127.0.0.1", .port = secure.port()}),
                    HasSubstr("No whole answer came: "));
        EXPECT_THAT(
            whyNot(test.runtime(), {.secure = true, .host = "127.0.0.1", .port = server.at("/").port}),
            HasSubstr("No secure connection came about: "));
    });
}

TEST_P(Http, OfALongPageItsBeginningIsRead)
{
    TestRun test;
    test.run([&] {
        const OwnServer server(test.runtime());
        EXPECT_EQ(get(test.runtime(), server.at("/long")).body, std::string(std::size_t{1} << 20U, 'x'));
    });
}

TEST_P(Http, WhoNeverAnswersIsGivenUp)
{
    TestRun test;
    test.run([&] {
        const OwnServer server(test.runtime());
        EXPECT_EQ(whyNot(test.runtime(), server.at("/never"), {.timeout = std::chrono::milliseconds(50)}),
                  "It did not come within 50 ms.");
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

TEST_P(Http, ACertificateIsChecked)
{
    const TlsServer server("<title>Secret</title>");
    const Url byName{.secure = true, .host = "localhost", .port = server.port()};
    const Url byNumber{.secure = true, .host = "127.0.0.1", .port = server.port()};
    TestRun test;
    test.run([&] {
        EXPECT_EQ(whyNot(test.runtime(), byName),
                  "The server's certificate was refused: self-signed certificate.");
        EXPECT_EQ(get(test.runtime(), byName, {.verify = false}).body, "<title>Secret</title>");
    });

    const std::filesystem::path file =
        std::filesystem::path(testing::TempDir()) / ("threadscape-" + std::to_string(server.port()) + ".pem");
    std::ofstream(file) << server.certificate();
    {
        const Environment trusted("SSL_CERT_FILE", file.c_str());
        TestRun trusting;
        trusting.run([&] {
            EXPECT_EQ(get(trusting.runtime(), byName).body, "<title>Secret</title>");
            // It is trusted, but goes by another name.
            EXPECT_THAT(whyNot(trusting.runtime(), byNumber),
                        HasSubstr("The server's certificate was refused: "));
        });
    }
    std::filesystem::remove(file);
}

Task<> fetchForEver(EventLoop& loop, ObjectId object, Url url)
{
    co_await fetchPage(loop, object, std::move(url), {.timeout = std::chrono::hours(1)});
}

TEST(HttpTask, ACancelEndsItAtOnce)
{
    TestRun test;
    test.run([&] {
        const OwnServer server(test.runtime());
        EventLoop loop(test.runtime(), "Event loop");
        const ObjectId object = test.runtime().catalogue().addObject("Server", ObjectKind::connection);
        const auto main = [&]() -> Task<> {
            std::vector<TaskHandle<void>> all;
            for (int i = 0; i < 20; ++i)
                all.push_back(loop.create("page", fetchForEver(loop, object, server.at("/never"))));
            // Wherever each of them is by then.
            for (int turn = 0; turn < 20; ++turn) {
                co_await Sleep(loop, [] { return std::int64_t{100'000}; });
                all[static_cast<std::size_t>(turn)].cancel();
            }
            for (auto& each : all) {
                bool cancelled = false;
                try {
                    co_await each;
                } catch (const Cancelled&) {
                    cancelled = true;
                }
                EXPECT_TRUE(cancelled);
            }
        };
        loop.run("main", main());
    });
    EXPECT_THAT(test.violations(), testing::IsEmpty());
}

} // namespace
} // namespace threadscape
