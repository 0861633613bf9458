#include "lab/run/change_words.h"

namespace threadscape {

namespace {

Template labelOf(const SettingChange& change, const Experiment& experiment)
{
    const Setting* const setting = experiment.setting(change.setting);
    return setting != nullptr ? setting->spec().label : TS_TEXT("runner", "Speed");
}

} // namespace

Text changesInWords(const std::vector<SettingChange>& changes, const Experiment& experiment)
{
    const SettingChange& first = changes.front();
    const SettingChange& last = changes.back();
    if (changes.size() == 1)
        return {TS_TEXT("runner",
                        "A setting was changed while it ran (%1, at %2): the numbers are of the whole run."),
                labelOf(first, experiment), DurationArg{first.atNs}};
    if (first.setting == last.setting && changes.size() == 2)
        return {TS_TEXT("runner",
                        "A setting was changed twice while it ran (%1, at %2 and %3): the numbers are of the "
                        "whole run."),
                labelOf(first, experiment), DurationArg{first.atNs}, DurationArg{last.atNs}};
    return Text(
               TS_PLURAL("runner",
                         "Settings were changed %n times while it ran (first %1, at %2; last %3, at %4): the "
                         "numbers are of the whole run."),
               labelOf(first, experiment), DurationArg{first.atNs}, labelOf(last, experiment),
               DurationArg{last.atNs})
        .count(static_cast<std::int64_t>(changes.size()));
}

Text notMadeInWords(const DueChange& first, std::size_t count)
{
    return Text(TS_PLURAL("runner", "It ended before %n planned changes were made, the first of them at %1."),
                DurationArg{first.atNs})
        .count(static_cast<std::int64_t>(count));
}

} // namespace threadscape
