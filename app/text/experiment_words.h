#pragma once

#include "lab/run/run.h"

#include <QStringList>

namespace threadscape {

/// The sentence of an empty picture: "Space runs it: 5 depositors, 10 withdrawers, 8 s".
QString emptySentence(const Experiment& experiment);
/// The same without how to run it: "5 depositors, 10 withdrawers, 8 s"; may be empty.
QString setupInWords(const Experiment& experiment);
/// The settings that its presets vary, other than numbers: "A deposit wakes: all", "With a lock: no".
QStringList rulesInWords(const Experiment& experiment);

/// A setting's value as displayed: "20 ms", "yes", a choice by its label.
QString valueInWords(const SettingSpec& spec, const SettingValue& value);

/// The caption of an exported figure: what ran with which settings, and on what machine.
QString captionInWords(const Run& run);

/// What of another program's trace is not drawn, in sentences with numbers; empty for runs of this program.
QString omissionsInWords(const Run& run);

/// A change of a setting: "Pause after a deposit 250 ms → 100 ms", from its values as settingText() writes them. `before`
/// may be empty. For a setting that the experiment does not have: the raw names.
QString moveInWords(const Experiment& experiment, const std::string& setting, const std::string& before,
                    const std::string& after);

} // namespace threadscape
