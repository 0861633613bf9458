#include "engine/experiments/invariants.h"
#include "kernels/landscape.h"
#include "kernels/thumbnail.h"
#include "support/run_program.h"

#include <ctime>
#include <fstream>
#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::ElementsAre;

void putFile(const std::string& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::map<std::string, std::string> filesIn(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files[entry.path().filename().string()] = contentsOf(entry.path().string());
    return files;
}

std::int64_t residentPeakKb()
{
    std::istringstream status(contentsOf(std::string("/proc/self/status")));
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stol(line.substr(6));
    return 0;
}

std::vector<std::string> failed(const RunResult& result)
{
    return std::get<std::vector<std::string>>(result.findings.find("failed")->value);
}

RunRequest request(const std::string& from, const std::string& to, const char* mode = "pool")
{
    return {.experiment = "thumbnails",
            .settings = {{"folder", from}, {"output", to}, {"mode", mode}, {"workers", "3"}}};
}

TEST(Thumbnails, TheBrokenAreNamedAndTheOthersDone)
{
    const TemporaryFolder from;
    const TemporaryFolder to;
    for (int i = 1; i <= 24; ++i) {
        const Picture picture = landscape(static_cast<std::uint64_t>(i), 100 + i, 80);
        const bool png = i % 2 == 0;
        putFile(from.file("good" + std::to_string(i) + (png ? ".png" : ".jpg")),
                png ? encodePng(picture) : encodeJpeg(picture, 80));
    }
    const std::string whole = encodePng(landscape(1, 200, 100));
    putFile(from.file("cut.png"), whole.substr(0, whole.size() / 2));
    putFile(from.file("letter.jpg"), "Dear diary, ");
    putFile(from.file("notes.txt"), "no picture, and not called one");
    for (const char* mode : {"pool", "thread-per-image", "sequential"}) {
        const RunResult result = runToEnd(request(from.path().string(), to.path().string(), mode));
        EXPECT_EQ(result.outcome, Outcome::finished);
        EXPECT_EQ(result.findings.integer("images"), 26);
        EXPECT_EQ(result.findings.integer("thumbnails"), 72);
        EXPECT_THAT(failed(result), ElementsAre("cut.png: it is a broken PNG file",
                                                "letter.jpg: it is no picture of a kind that is known here"));
        EXPECT_NE(result.answer.english().find("cut.png, it is a broken PNG file"), std::string::npos);
        EXPECT_EQ(filesIn(to.path()).size(), 72U);
    }
    for (const int side : {32, 64, 128}) {
        const std::string name = "good2_" + std::to_string(side) + "_" + std::to_string(side) + ".png";
        const auto small = decodePicture(contentsOf(to.file(name)));
        ASSERT_TRUE(small) << name;
        EXPECT_EQ(*small, thumbnail(landscape(2, 102, 80), side));
    }
}

TEST(Thumbnails, AllModesWriteTheSameBytes)
{
    std::map<std::string, std::string> first;
    for (const char* mode : {"pool", "thread-per-image", "sequential"}) {
        const TemporaryFolder to;
        RunRequest own = request("", to.path().string(), mode);
        own.settings["images"] = "7";
        const RunResult result = runToEnd(own);
        EXPECT_EQ(result.findings.integer("images"), 7);
        EXPECT_EQ(result.findings.integer("thumbnails"), 21);
        EXPECT_TRUE(failed(result).empty());
        const auto files = filesIn(to.path());
        EXPECT_EQ(files.size(), 21U);
        EXPECT_TRUE(files.contains("picture0001_32_32.png"));
        if (first.empty())
            first = files;
        EXPECT_EQ(files, first) << mode;
    }
}

TEST(Thumbnails, PicturesOfOneNameDoNotOverwriteEachOther)
{
    const TemporaryFolder from;
    const TemporaryFolder to;
    putFile(from.file("a.png"), encodePng(landscape(1, 40, 30)));
    putFile(from.file("a.jpg"), encodeJpeg(landscape(2, 40, 30), 80));
    putFile(from.file("b.png"), encodePng(landscape(3, 40, 30)));
    putFile(from.file("unnamed"), encodePng(landscape(4, 40, 30)));
    putFile(from.file(".hidden.png"), encodePng(landscape(5, 40, 30)));
    const RunResult result = runToEnd(request(from.path().string(), to.path().string()));
    EXPECT_EQ(result.findings.integer("images"), 4);
    const auto files = filesIn(to.path());
    EXPECT_EQ(files.size(), 12U);
    EXPECT_TRUE(files.contains("a.png_32_32.png"));
    EXPECT_TRUE(files.contains("a.jpg_32_32.png"));
    EXPECT_TRUE(files.contains("b_32_32.png"));
    EXPECT_TRUE(files.contains("unnamed_32_32.png"));
}

TEST(Thumbnails, FoldersThatCannotBeAreRefused)
{
    const TemporaryFolder folder;
    putFile(folder.file("file"), "");
    const auto refusal = [](const std::string& from, const std::string& to) {
        const auto configured = configure(request(from, to));
        return configured ? std::string() : configured.error().text.english();
    };
    const std::string file = folder.file("file");
    EXPECT_EQ(refusal(folder.file("none"), ""),
              "folder is \"" + folder.file("none") + "\": there is no such folder.");
    EXPECT_EQ(refusal(file, ""), "folder is \"" + file + "\": there is no such folder.");
    EXPECT_EQ(refusal("", file), "output is \"" + file + "\": that is no folder.");
    EXPECT_NE(refusal(folder.path().string(), folder.path().string() + "/."), "");
    EXPECT_EQ(refusal(folder.path().string(), folder.file("new")), "");
}

TEST(Thumbnails, AnEmptyFolderIsSaidToBeEmpty)
{
    const TemporaryFolder folder;
    const RunResult result = runToEnd(request(folder.path().string(), ""));
    EXPECT_EQ(result.findings.integer("images"), 0);
    EXPECT_TRUE(result.answer.english().starts_with("None: "));
}

TEST(Thumbnails, StopsInTheMiddleAndLeavesNoHalfFile)
{
    const TemporaryFolder to;
    RunRequest own = request("", to.path().string());
    own.settings["images"] = "1000";
    auto run = LiveRun::start(own);
    ASSERT_TRUE(run);
    EXPECT_FALSE((*run)->waitFor(std::chrono::milliseconds(100)));
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    EXPECT_EQ((*run)->outcome(), Outcome::stopped);
    for (const auto& [name, bytes] : filesIn(to.path()))
        EXPECT_TRUE(decodePicture(bytes)) << name;
}

TEST(Thumbnails, EveryPictureIsTakenAndNamedByItsKind)
{
    const TemporaryFolder to;
    const std::string from = THREADSCAPE_TESTS "/engine/kernels/pictures";
    const RunResult result = runToEnd(request(from, to.path().string()));
    EXPECT_EQ(result.outcome, Outcome::finished);
    EXPECT_THAT(failed(result), ElementsAre("unread.ico: it is a Windows icon, which is not read here",
                                            "unread.svg: it is an SVG picture, which is not read here",
                                            "unread.tiff: it is a TIFF picture, which is not read here"));
    EXPECT_EQ(result.findings.integer("thumbnails"), 3 * (result.findings.integer("images") - 3));
    EXPECT_GT(result.findings.integer("thumbnails"), 100);
}

TEST(Thumbnails, AHugeFileIsNotRead)
{
    const TemporaryFolder from;
    const TemporaryFolder to;
    const auto huge = [&](const char* name, const std::string& begin) {
        putFile(from.file(name), begin);
        std::filesystem::resize_file(from.file(name), std::uintmax_t{4} << 30U); // takes no room on the disk
    };
    huge("a.png", "no picture");
    huge("b.png", encodePng(landscape(1, 20, 10)));
    const RunResult result = runToEnd(request(from.path().string(), to.path().string()));
    EXPECT_THAT(failed(result), ElementsAre("a.png: it is no picture of a kind that is known here",
                                            "b.png: its file is larger than 512 MB"));
    EXPECT_LT(residentPeakKb(), 2'000'000);
}

TEST(Thumbnails, ARunThatCanWriteNothingFails)
{
    const TemporaryFolder from;
    putFile(from.file("a.png"), encodePng(landscape(1, 40, 30)));
    const auto run = LiveRun::start(request(from.path().string(), "/proc"));
    if (!run) { // who is not root is told before
        EXPECT_EQ(run.error().text.english(), "output is \"/proc\": nothing may be written there.");
        return;
    }
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    EXPECT_EQ((*run)->outcome(), Outcome::failed);
    EXPECT_THAT((*run)->answer().english(),
                testing::StartsWith("The file /proc/a_32_32.png cannot be written: "));
}

// Of threads in the middle of a photo, the CPU time that they take after they were asked to stop, not the time by the clock, which
// others delay.
TEST(Thumbnails, AStopEndsAPhotoInItsMiddle)
{
    const TemporaryFolder from;
    const TemporaryFolder to;
    putFile(from.file("1.png"), encodePng(landscape(1, 6000, 4000)));
    for (int i = 2; i <= 20; ++i)
        std::filesystem::create_hard_link(from.file("1.png"), from.file(std::to_string(i) + ".png"));
    auto run = LiveRun::start(request(from.path().string(), to.path().string()));
    ASSERT_TRUE(run);
    EXPECT_FALSE((*run)->waitFor(std::chrono::milliseconds(150)));
    const std::clock_t asked = std::clock(); // CPU time of all threads
    (*run)->stop();
    ASSERT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    const double tookS = static_cast<double>(std::clock() - asked) / CLOCKS_PER_SEC;
    EXPECT_EQ((*run)->outcome(), Outcome::stopped);
    EXPECT_LT(tookS, 0.2); // of three workers, and of those who end the run
}

} // namespace
} // namespace threadscape
