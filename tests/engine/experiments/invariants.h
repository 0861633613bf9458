#pragma once

#include "lab/run/live_run.h"
#include "support/transitions.h"

#include <gtest/gtest.h>

namespace threadscape {

/// The answer's template, which tells which sentence it is.
inline std::string sentenceOf(const RunResult& result)
{
    return result.answer.form().source;
}

/// Runs to the end and checks what must hold of every run: nothing lost, a
/// legal trace, and an answer that claims nothing false.
inline RunResult runToEnd(const RunRequest& request)
{
    auto run = LiveRun::start(request);
    if (!run) {
        ADD_FAILURE() << run.error().text.english();
        return {};
    }
    EXPECT_TRUE((*run)->waitFor(std::chrono::seconds(60)));
    RunResult result = (*run)->result();
    EXPECT_NE(result.outcome, Outcome::failed) << result.failure.english();
    EXPECT_EQ(result.lost, 0U);
    const std::vector<std::string> violations = validate(*(*run)->trace());
    EXPECT_TRUE(violations.empty()) << violations.front();
    EXPECT_FALSE(result.answer.empty());
    const Answer answer = (*run)->experiment().answer(result.findings, result.outcome);
    EXPECT_TRUE(answer.broken().empty()) << result.answer.english() << ": " << answer.broken().front();
    return result;
}

} // namespace threadscape
