#include "text/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>
#include <array>
#include <iterator>

namespace threadscape {

namespace {

struct Installed {
    Language language = Language::english;
    std::array<QPointer<QTranslator>, 2> translators; // ours, and Qt's own for its dialogues
};

Installed& installed()
{
    static Installed s_installed;
    return s_installed;
}

constexpr LanguageRow kLanguages[] = {
    {"en", "English", QLocale::English, QLocale::UnitedStates},
    {"ru", "Русский", QLocale::Russian, QLocale::Russia},
};
constexpr std::string_view kSystem = "system";

Language resolved(Language language)
{
    if (language != Language::system)
        return language;
    const QString wanted = QLocale::system().uiLanguages().value(0);
    for (std::size_t i = 0; i < std::size(kLanguages); ++i)
        if (wanted.startsWith(QLatin1StringView(kLanguages[i].code)))
            return static_cast<Language>(i + 1);
    return Language::english;
}

QTranslator* loadTranslator(const QString& file)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file) && QCoreApplication::installTranslator(translator))
        return translator;
    delete translator;
    return nullptr;
}

} // namespace

std::span<const LanguageRow> languages()
{
    return kLanguages;
}

const LanguageRow& rowOf(Language language)
{
    return kLanguages[static_cast<std::size_t>(resolved(language)) - 1];
}

std::string_view codeOf(Language language)
{
    return language == Language::system ? kSystem : rowOf(language).code;
}

std::optional<Language> languageOf(std::string_view code)
{
    if (code == kSystem)
        return Language::system;
    for (std::size_t i = 0; i < std::size(kLanguages); ++i)
        if (code == kLanguages[i].code)
            return static_cast<Language>(i + 1);
    return std::nullopt;
}

void installLanguage(Language language)
{
    Installed& now = installed();
    now.language = resolved(language);
    const LanguageRow& row = rowOf(now.language);
    QLocale::setDefault(QLocale(row.language, row.territory));
    for (QPointer<QTranslator>& old : now.translators)
        delete old; // which uninstalls it
    const QString name = QString::fromLatin1(row.code);
    const QString qts = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    now.translators = {loadTranslator(qts + QStringLiteral("/qtbase_%1.qm").arg(name)), // ours has precedence
                       loadTranslator(QStringLiteral(":/translations/threadscape_%1.qm").arg(name))};
    // Delivers the posted events now, so that no window shows two languages at once.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
}

Language spokenLanguage()
{
    return installed().language;
}

} // namespace threadscape
