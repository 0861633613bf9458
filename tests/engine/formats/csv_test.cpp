#include "formats/csv.h"

#include "analysis/summary.h"
#include "support/event_stream.h"

#include <cmath>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>

namespace threadscape {
namespace {

namespace fs = std::filesystem;

using Row = std::map<std::string, std::string>;

// RFC 4180, strictly: every line ends with CR LF, quotes only round whole fields.
std::vector<std::vector<std::string>> parse(const std::string& text)
{
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string& field = rows.back().back();
        if (quoted) {
            if (text[i] != '"')
                field += text[i];
            else if (i + 1 < text.size() && text[i + 1] == '"')
                field += text[++i];
            else
                quoted = false;
        } else if (text[i] == '"') {
            EXPECT_TRUE(field.empty());
            quoted = true;
        } else if (text[i] == ',') {
            rows.back().emplace_back();
        } else if (text[i] == '\r') {
            EXPECT_EQ(text.at(++i), '\n');
            rows.emplace_back(1);
        } else {
            EXPECT_NE(text[i], '\n');
            field += text[i];
        }
    }
    EXPECT_EQ(rows.back(), std::vector<std::string>(1)); // the last line ends too
    rows.pop_back();
    return rows;
}

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

    std::vector<Row> table(const std::string& name) const
    {
        std::ifstream in(m_folder / "new" / name, std::ios::binary);
        const auto lines = parse({std::istreambuf_iterator<char>(in), {}});
        std::vector<Row> rows;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            EXPECT_EQ(lines[i].size(), lines[0].size()) << name << " line " << i;
            for (std::size_t c = 0; c < lines[0].size(); ++c)
                rows.resize(i), rows.back()[lines[0][c]] = lines[i].at(c);
        }
        return rows;
    }

    EventStream m_stream;
    fs::path m_folder;
};

std::int64_t ns(const std::string& seconds)
{
    return std::llround(std::stod(seconds) * 1e9);
}

TEST_F(CsvTest, WritesEveryTableWithAHeader)
{
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder / "new"));
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(m_folder / "new"))
        files += entry.path().extension() == ".csv" ? 1 : 100;
    EXPECT_EQ(files, 8U);
    EXPECT_EQ(table("tracks.csv").size(), 3U);
    EXPECT_EQ(table("holds.csv").size(), 4U);
    EXPECT_EQ(table("operations.csv").size(), 4U);
    EXPECT_EQ(table("values.csv").size(), 3U);
    EXPECT_EQ(table("moments.csv").size(), 9U);
}

TEST_F(CsvTest, SpansAddUpToTheTimesOfTheTracks)
{
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder / "new"));
    std::map<std::string, std::map<std::string, std::int64_t>> sums;
    for (const Row& row : table("spans.csv")) {
        const std::int64_t length = ns(row.at("end_s")) - ns(row.at("start_s"));
        sums[row.at("track")][row.at("state")] += length;
        EXPECT_NEAR(std::stod(row.at("duration_ms")) * 1e6, static_cast<double>(length), 0.5);
    }
    for (const Row& row : table("tracks.csv")) {
        for (int s = 0; s < kStates; ++s) {
            const std::string state = stateName(static_cast<State>(s));
            EXPECT_EQ(ns(row.at(state + "_s")), sums[row.at("track")][state])
                << row.at("name") << ' ' << state;
        }
    }
}

TEST_F(CsvTest, NamesComeBackAsTheyWere)
{
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder / "new"));
    EXPECT_EQ(table("tracks.csv")[1].at("name"), "Depositor \"1\", Zoë");
    EXPECT_EQ(table("tracks.csv")[0].at("kind"), "main");
    EXPECT_EQ(table("tracks.csv")[0].at("end_s"), "");
    bool found = false;
    for (const Row& row : table("moments.csv"))
        if (row.at("kind") == "print") {
            EXPECT_EQ(row.at("object"), "two\nlines, \\ and \t \x01 ü");
            found = true;
        }
    EXPECT_TRUE(found);
}

TEST_F(CsvTest, TellsWhoWokeAndWhatIsOpen)
{
    ASSERT_TRUE(writeCsv(m_stream.trace(), m_folder / "new"));
    const Row* condition = nullptr;
    const std::vector<Row> spans = table("spans.csv");
    for (const Row& row : spans)
        if (row.at("state") == "condition")
            condition = &row;
    ASSERT_NE(condition, nullptr);
    EXPECT_EQ(condition->at("object"), "Enough, \"money\"");
    EXPECT_EQ(condition->at("ended_by_track"), "1");
    EXPECT_EQ(condition->at("ended_by_name"), "Depositor \"1\", Zoë");
    EXPECT_EQ(condition->at("open"), "false");
    EXPECT_EQ(condition->at("start_s"), "0.000020000");
    const std::vector<Row> holds = table("holds.csv");
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
    const std::vector<Row> tasks = table("tasks.csv");
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
