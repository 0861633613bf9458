#include "support/eventually.h"
#include "support/run_program.h"

#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

// Serves the folder of its first argument, and tells its port in the file of its second, whole or not at all.
constexpr const char* kServer = R"(
import functools, http.server, os, sys
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
with open(sys.argv[2] + ".new", "w") as file:
    file.write(str(server.server_port))
os.replace(sys.argv[2] + ".new", sys.argv[2])
server.serve_forever()
)";

TEST(TitlesTest, AnotherProgramsPagesArriveInEveryMode)
{
    const TemporaryFolder pages;
    const auto page = [&](const char* name, const std::string& text) {
        std::ofstream(pages.path() / name, std::ios::binary) << text;
    };
    page("one.html", "<!doctype html><title>One</title>");
    page("two.html", "<html><head>\n<TITLE lang=en>\n  Two &amp; a half\n</TITLE>");
    page("three.html", "<meta charset='iso-8859-1'><title>Gr\xFC\xDF"
                       "e</title>");
    page("none.html", "<p>No title</p>");
    std::filesystem::create_directory(pages.path() / "folder"); // Python's server sends on to folder/
    page("folder/index.html", "<title>Sent on</title>");

    const TemporaryFolder other;
    const std::string port = other.file("port");
    const Program server("/usr/bin/env", {"python3", "-c", kServer, pages.path().string(), port});
    ASSERT_TRUE(eventually([&] { return !contentsOf(port).empty(); }));
    const std::string root = "http://127.0.0.1:" + contentsOf(port) + "/";
    std::string urls;
    for (const char* name : {"one.html", "two.html", "three.html", "none.html", "folder", "missing.html"})
        urls += root + name + " ";

    for (const char* mode : {"async", "pool", "sequential"}) {
        const ProgramResult result =
            runProgram(THREADSCAPE_BINARY, {"run", "titles", "--set", std::string("mode=") + mode, "--set",
                                            "urls=" + urls, "--json", "-"});
        ASSERT_EQ(result.exitCode, 0) << result.err;
        const json told = json::parse(result.out);
        EXPECT_EQ(told.at("outcome"), "finished");
        const auto list = [&](const char* name) {
            return told.at("findings").at(name).at("value").get<std::vector<std::string>>();
        };
        EXPECT_THAT(list("titles"), ElementsAre("One", "Two & a half", "Grüße", "Sent on")) << mode;
        EXPECT_THAT(list("failed"), UnorderedElementsAre(HasSubstr("none.html"),
                                                         HasSubstr("missing.html: The server answered 404")))
            << mode;
    }
}

} // namespace
} // namespace threadscape
