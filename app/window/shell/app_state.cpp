#include "window/shell/app_state.h"

#include "os/atomic_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <algorithm>
#include <array>
#include <system_error>

namespace threadscape {

namespace {

constexpr int kVersion = 1;
constexpr int kMaxTypeStep = 6;
constexpr std::array<const char*, 3> kSchemes{"light", "dark", "system"}; // as in the enumeration

/// The enumerator of that word; `usual` if it is unknown.
template <typename Choice>
Choice choiceFrom(const QJsonValue& value, const std::array<const char*, 3>& words, Choice usual)
{
    const auto word = std::ranges::find(words, value.toString().toStdString());
    return word != words.end() ? static_cast<Choice>(word - words.begin()) : usual;
}

QJsonObject toJson(const SavedSetup& setup)
{
    QJsonObject settings;
    for (const auto& [name, value] : setup.settings)
        settings.insert(QString::fromStdString(name), QString::fromStdString(value));
    QJsonObject object{{QStringLiteral("preset"), QString::fromStdString(setup.preset)},
                       {QStringLiteral("settings"), settings}};
    if (setup.speed)
        object.insert(QStringLiteral("speed"), *setup.speed);
    return object;
}

SavedSetup setupFrom(const QJsonObject& object)
{
    SavedSetup setup;
    setup.preset = object.value(QLatin1String("preset")).toString().toStdString();
    const QJsonObject settings = object.value(QLatin1String("settings")).toObject();
    for (auto entry = settings.begin(); entry != settings.end(); ++entry)
        setup.settings[entry.key().toStdString()] = entry.value().toString().toStdString();
    if (const QJsonValue speed = object.value(QLatin1String("speed")); speed.isDouble())
        setup.speed = speed.toDouble();
    return setup;
}

AppState appStateFrom(const QJsonObject& object)
{
    AppState state;
    state.experiment = object.value(QLatin1String("experiment")).toString().toStdString();
    const QJsonObject setups = object.value(QLatin1String("setups")).toObject();
    for (auto entry = setups.begin(); entry != setups.end(); ++entry)
        state.setups[entry.key().toStdString()] = setupFrom(entry.value().toObject());
    state.scheme = choiceFrom(object.value(QLatin1String("scheme")), kSchemes, state.scheme);
    state.language =
        languageOf(object.value(QLatin1String("language")).toString().toStdString()).value_or(state.language);
    state.typeStep =
        std::clamp(object.value(QLatin1String("type_step")).toInt(), -kMaxTypeStep, kMaxTypeStep);
    state.geometry = QByteArray::fromBase64(object.value(QLatin1String("geometry")).toString().toLatin1());
    return state;
}

} // namespace

QString AppStateFile::usualPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
           QStringLiteral("/window.json");
}

AppState AppStateFile::load()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    if (object.value(QLatin1String("version")).toInt() == kVersion)
        return appStateFrom(object);
    const QString aside = m_path + QStringLiteral(".damaged");
    QFile::remove(aside);
    if (QFile::rename(m_path, aside))
        m_setAside = aside;
    return {};
}

tl::expected<void, QString> AppStateFile::save(const AppState& state) const
{
    QJsonObject setups;
    for (const auto& [id, setup] : state.setups)
        setups.insert(QString::fromStdString(id), toJson(setup));
    const QJsonObject object{
        {QStringLiteral("version"), kVersion},
        {QStringLiteral("experiment"), QString::fromStdString(state.experiment)},
        {QStringLiteral("setups"), setups},
        {QStringLiteral("scheme"), QLatin1String(kSchemes[static_cast<std::size_t>(state.scheme)])},
        {QStringLiteral("language"), QString::fromStdString(std::string(codeOf(state.language)))},
        {QStringLiteral("type_step"), state.typeStep},
        {QStringLiteral("geometry"), QString::fromLatin1(state.geometry.toBase64())}};
    if (!QDir().mkpath(QFileInfo(m_path).absolutePath()))
        return tl::unexpected(QCoreApplication::translate("MemoryFile", "its folder cannot be made"));
    try {
        AtomicFile file(m_path.toStdString());
        file.stream() << QJsonDocument(object).toJson().toStdString();
        file.commit();
    } catch (const std::system_error& failure) {
        return tl::unexpected(QString::fromLocal8Bit(failure.code().message().c_str()));
    }
    return {};
}

} // namespace threadscape
