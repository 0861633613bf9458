#include "lab/run/open_run.h"

#include "formats/tscape_format.h"
#include "support/run_program.h"

#include <fstream>
#include <gmock/gmock.h>

namespace threadscape {
namespace {

using testing::HasSubstr;

/// Larger than any memory: whoever reads all of it does not get far. It takes no room on the disk.
class HugeFile : public testing::Test {
protected:
    std::string refusal(const std::string& name, std::string_view beginning)
    {
        constexpr std::uintmax_t kSize = std::uintmax_t{1} << 42U; // 4 TiB
        const std::string path = m_folder.file(name);
        std::ofstream(path, std::ios::binary) << beginning;
        std::filesystem::resize_file(path, kSize);
        const auto opened = openRun(path);
        return opened ? "opened" : opened.error().text.english();
    }

private:
    TemporaryFolder m_folder;
};

TEST_F(HugeFile, OfAnotherKindIsRefusedByItsFirstBytes)
{
    EXPECT_THAT(refusal("zeros.tscape", ""), HasSubstr("zeros.tscape is no trace file of Threadscape"));
    EXPECT_THAT(refusal("zeros.json", ""), HasSubstr("zeros.json is no JSON"));
    EXPECT_THAT(refusal("text.json", "words"), HasSubstr("text.json is no JSON"));
    EXPECT_THAT(refusal("other", "words"), HasSubstr("other is no trace that Threadscape can open"));
    EXPECT_THAT(refusal("packed.json", "\x1F\x8B"), HasSubstr("packed.json is packed"));
}

TEST_F(HugeFile, OfTheRightKindIsRefusedByItsSize)
{
    EXPECT_THAT(refusal("run.tscape", tscape::kMagic), HasSubstr("run.tscape is too large to be opened"));
    EXPECT_THAT(refusal("run.json", "{\"traceEvents\":["), HasSubstr("run.json is too large to be opened"));
}

TEST(OpenRun, AfterAStopThereIsNothing)
{
    const TemporaryFolder folder;
    const std::string path = folder.file("run.json");
    std::ofstream(path) << R"([{"ph":"X","pid":1,"tid":1,"ts":1,"dur":1}])";
    EXPECT_TRUE(openRun(path));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(openRun(path, stop.get_token()));
}

} // namespace
} // namespace threadscape
