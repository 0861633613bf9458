#include "support/run_program.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace threadscape {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(LanguageOption, AnswersAndFindingsAreInRussian)
{
    const ProgramResult run =
        runProgram(THREADSCAPE_BINARY, {"run", "deposit", "--preset", "single-file", "--language", "ru"});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("Дадут ли 12 вкладов по 1 ровно 12?\nДа, 12, за "));
    EXPECT_THAT(run.out, testing::ContainsRegex("Ожидалось +12 ед\\."));
    EXPECT_THAT(run.out, Not(HasSubstr("Expected")));
}

TEST(LanguageOption, JsonChangesItsAnswerAndNothingElse)
{
    TemporaryFolder folder;
    const std::string file = folder.file("run.tscape");
    ASSERT_EQ(runProgram(THREADSCAPE_BINARY, {"run", "deposit", "--preset", "single-file", "--trace", file})
                  .exitCode,
              0);
    json english = json::parse(runProgram(THREADSCAPE_BINARY, {"open", file, "--json", "-"}).out);
    json russian =
        json::parse(runProgram(THREADSCAPE_BINARY, {"open", file, "--json", "-", "--language=ru"}).out);
    EXPECT_THAT(english.at("answer").get<std::string>(), StartsWith("Yes, 12, in "));
    EXPECT_THAT(russian.at("answer").get<std::string>(), StartsWith("Да, 12, за "));
    english.erase("answer");
    russian.erase("answer");
    EXPECT_EQ(english, russian);
}

TEST(LanguageOption, FiguresAreInRussian)
{
    TemporaryFolder folder;
    const std::string svg = folder.file("bank.svg");
    const ProgramResult run =
        runProgram(THREADSCAPE_BINARY, {"run", "bank", "--seconds", "0.5", "--language", "ru", "--svg", svg});
    ASSERT_EQ(run.exitCode, 0) << run.err;
    const std::string figure = contentsOf(svg);
    for (const char* words : {"Голодают ли", "Вкладчики", "Получатель 10", "Баланс", "затравка 1"})
        EXPECT_THAT(figure, HasSubstr(words));
    for (const char* words : {"Withdrawer", "Balance", "seed"})
        EXPECT_THAT(figure, Not(HasSubstr(words)));
}

TEST(LanguageOption, GoesWithEveryCommandAndStandsAnywhere)
{
    EXPECT_THAT(runProgram(THREADSCAPE_BINARY, {"list", "--language", "ru"}).out, HasSubstr("Голодают ли"));
    EXPECT_THAT(runProgram(THREADSCAPE_BINARY, {"--language=ru", "list"}).out, HasSubstr("Голодают ли"));
    EXPECT_THAT(runProgram(THREADSCAPE_BINARY, {"--help", "--language", "ru"}).out, HasSubstr("Коды выхода"));
    EXPECT_THAT(runProgram(THREADSCAPE_BINARY, {"list", "--language", "en"}).out, HasSubstr("starve"));
}

TEST(LanguageOption, IsEnglishForScripts)
{
    const ProgramResult list =
        runProgram("/usr/bin/env", {"LC_ALL=ru_RU.UTF-8", "LANGUAGE=ru", THREADSCAPE_BINARY, "list"});
    EXPECT_EQ(list.exitCode, 0) << list.err;
    EXPECT_THAT(list.out, HasSubstr("starve"));
}

TEST(LanguageOption, ErrorsAreToldInItToo)
{
    const ProgramResult run = runProgram(THREADSCAPE_BINARY, {"run", "bnak", "--language", "ru"});
    EXPECT_EQ(run.exitCode, 2);
    EXPECT_THAT(run.err, HasSubstr("Опыта «bnak» нет: может быть, bank?"));
    EXPECT_THAT(runProgram(THREADSCAPE_BINARY, {"rnu", "--language", "ru"}).err,
                HasSubstr("Команды «rnu» нет"));
}

} // namespace
} // namespace threadscape
