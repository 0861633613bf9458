#include "lab/run/registry.h"

#include <gtest/gtest.h>

namespace threadscape {

namespace {

TEST(Registry, MakesWhatItsListNames)
{
    for (const RegisteredExperiment& registered : registeredExperiments())
        EXPECT_EQ(registered.make()->id(), registered.id);
}

TEST(Registry, MakesTheOneThatIsAskedFor)
{
    const auto made = makeExperiment("bank");
    ASSERT_TRUE(made);
    EXPECT_EQ((*made)->id(), "bank");
}

TEST(Registry, TellsWhatWasProbablyMeant)
{
    const auto made = makeExperiment("bnak");
    ASSERT_FALSE(made);
    EXPECT_NE(made.error().text.english().find("did you mean bank?"), std::string::npos);
}

} // namespace

} // namespace threadscape
