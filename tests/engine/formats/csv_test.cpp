#include "formats/csv.h"

#include "support/csv_table.h"
#include "support/event_stream.h"

#include <fstream>
#include <gtest/gtest.h>
#include <map>

namespace threadscape {
namespace {

namespace fs = std::filesystem;

class CsvTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (fs::temp_directory_path() / "csv_XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        m_folder = pattern;
        playBank(m_stream);
    }
    void TearDown() override { fs::remove_all(m_folder); }

    std::vector<CsvRow> table(const std::string& name) const { return csvTable(m_folder / "new" / name); }

    EventStream m_stream;
    fs::path m_folder;
};

TEST_F(CsvTest, WritesEveryTableWithAHeader)
{
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder / "new"));
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(m_folder / "new"))
        files += entry.path().extension() == ".csv" ? 1 : 100;
    EXPECT_EQ(files, 7U);
    EXPECT_EQ(table("holds.csv").size(), 4U);
    EXPECT_EQ(table("operations.csv").size(), 4U);
    EXPECT_EQ(table("values.csv").size(), 3U);
    EXPECT_EQ(table("moments.csv").size(), 9U);
}

TEST_F(CsvTest, NamesComeBackAsTheyWere)
{
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder / "new"));
    EXPECT_EQ(table("holds.csv")[1].at("name"), "Depositor \"1\", Zoë");
    bool found = false;
    for (const CsvRow& row : table("moments.csv"))
        if (row.at("kind") == "print") {
            EXPECT_EQ(row.at("object"), "two\nlines, \\ and \t \x01 ü");
            found = true;
        }
    EXPECT_TRUE(found);
}

TEST_F(CsvTest, TellsWhoWokeAndWhatIsOpen)
{
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder / "new"));
    const CsvRow* condition = nullptr;
    const std::vector<CsvRow> spans = table("spans.csv");
    for (const CsvRow& row : spans)
        if (row.at("state") == "condition")
            condition = &row;
    ASSERT_NE(condition, nullptr);
    EXPECT_EQ(condition->at("object"), "Enough, \"money\"");
    EXPECT_EQ(condition->at("ended_by_track"), "1");
    EXPECT_EQ(condition->at("ended_by_name"), "Depositor \"1\", Zoë");
    EXPECT_EQ(condition->at("open"), "false");
    EXPECT_EQ(condition->at("start_s"), "0.000020000");
    const std::vector<CsvRow> holds = table("holds.csv");
    EXPECT_EQ(holds.back().at("open"), "true");
    EXPECT_EQ(holds.back().at("acquisition"), "4");
    EXPECT_EQ(holds.back().at("end_s"), "0.001000000");
    EXPECT_EQ(table("operations.csv").back().at("number"), "12");
}

TEST_F(CsvTest, AFolderThatCannotBeIsASentence)
{
    std::ofstream(m_folder / "file") << "text";
    const auto result = writeCsv(m_stream.trace(), m_folder / "file");
    ASSERT_FALSE(result);
    const std::string sentence = result.error().text.english();
    EXPECT_NE(sentence.find((m_folder / "file").string()), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("Not a directory"), std::string::npos) << sentence;
}

TEST_F(CsvTest, AFileThatCannotBeWrittenIsASentence)
{
    fs::create_directories(m_folder / "new" / "holds.csv");
    const auto result = writeCsv(m_stream.trace(), m_folder / "new");
    ASSERT_FALSE(result);
    const std::string sentence = result.error().text.english();
    EXPECT_NE(sentence.find("holds.csv"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("Is a directory"), std::string::npos) << sentence;
}

TEST_F(CsvTest, ATaskIsALine)
{
    const TrackId main = 0;
    const ObjectId pool = m_stream.object("Pool", ObjectKind::pool);
    m_stream.take({m_stream.task(main, pool, 1'000, 1, TaskState::pending, "resize"),
                   m_stream.task(1, pool, 3'500'000, 1, TaskState::running, "resize"),
                   m_stream.task(1, pool, 4'500'000, 1, TaskState::failed, "resize"),
                   m_stream.task(main, pool, 2'000, 2, TaskState::pending)});
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder / "new"));
    const std::vector<CsvRow> tasks = table("tasks.csv");
    ASSERT_EQ(tasks.size(), 2U);
    EXPECT_EQ(tasks[0].at("pool"), "Pool");
    EXPECT_EQ(tasks[0].at("name"), "resize 1");
    EXPECT_EQ(tasks[0].at("state"), "failed");
    EXPECT_EQ(tasks[0].at("submitted_by_name"), "main");
    EXPECT_EQ(tasks[0].at("worker_name"), "Depositor \"1\", Zoë");
    EXPECT_EQ(tasks[0].at("waited_ms"), "3.499000");
    EXPECT_EQ(tasks[0].at("ran_ms"), "1.000000");
    EXPECT_EQ(tasks[1].at("state"), "pending");
    EXPECT_EQ(tasks[1].at("started_s"), "");
}

} // namespace
} // namespace threadscape
