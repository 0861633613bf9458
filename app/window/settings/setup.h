#pragma once

#include <QObject>

#include "lab/run/run_request.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace threadscape {

/// A preset and the changes to it, as saved between two starts of the program.
struct SavedSetup {
    std::string preset;
    std::map<std::string, std::string> settings; ///< those that differ from the preset
    std::optional<double> speed;                 ///< when it is not the preset's
};

/// Configuration of the next run: an experiment, its preset and the user's settings.
/// Threads: the GUI thread.
class Setup final : public QObject {
    Q_OBJECT

public:
    /// Of the common speed, which every experiment has.
    static constexpr double kMinSpeed = 0.1;
    static constexpr double kMaxSpeed = 10;

    explicit Setup(QObject* parent = nullptr) : QObject(parent) {}

    /// Chooses the experiment's first preset, or what was saved, without what is not valid any more. No-op for an unknown
    /// id.
    void choose(const std::string& id, const SavedSetup& saved = {});
    /// Adopts a request, which configure() has accepted, unchanged.
    void take(const RunRequest& request);
    /// Shows a trace that was recorded elsewhere: nothing can be set, and it cannot run.
    void takeForeign(const Experiment& foreign);
    void applyPreset(const std::string& name);
    /// Sets one setting; an invalid value changes nothing and the error is returned.
    tl::expected<void, Error> set(const std::string& name, const SettingValue& value);
    /// Back to the preset's value.
    void reset(const std::string& name);
    void setSpeed(double speed);

    /// Never call the following before choose().
    const Experiment& experiment() const { return *m_experiment; }
    bool hasExperiment() const { return m_experiment != nullptr; }
    /// It is an experiment with settings and presets, not a trace that was recorded elsewhere.
    bool canRun() const { return !m_presets.empty(); }
    const std::string& preset() const { return m_preset; }
    SettingValue value(const std::string& name) const;
    /// The setting differs from the preset.
    bool moved(const std::string& name) const;
    /// Any setting, or the speed, differs from the preset.
    bool anyMoved() const;
    double speed() const { return m_speed; }
    /// The sentence of a broken rule between settings, if any: then it cannot run.
    std::optional<Error> brokenRule() const { return m_experiment->brokenRule(); }

    RunRequest request() const;
    SavedSetup saved() const;

signals:
    /// Another experiment: everything is new.
    void chosen();
    void settingMoved(const std::string& name, const threadscape::SettingValue& value);
    void speedMoved(double speed);
    /// After any of the above.
    void changed();

private:
    const Preset* findPreset(const std::string& name) const;
    std::map<std::string, SettingValue> presetValues(const std::string& name) const;
    bool assign(const std::string& name, const SettingValue& value);
    double presetSpeed() const;
    void takeSpeed(double speed);

    std::unique_ptr<Experiment> m_experiment;
    std::vector<Preset> m_presets;
    std::string m_preset;
    std::map<std::string, SettingValue> m_presetValues;
    double m_speed = 1;
    std::uint64_t m_seed = 1; ///< of the adopted request
};

} // namespace threadscape
