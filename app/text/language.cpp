#include "text/language.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QPointer>
#include <QTranslator>
#include <array>

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

Language resolved(Language language)
{
    if (language != Language::system)
        return language;
    const bool russian = QLocale::system().uiLanguages().value(0).startsWith(QLatin1String("ru"));
    return russian ? Language::russian : Language::english;
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

void installLanguage(Language language)
{
    Installed& now = installed();
    now.language = resolved(language);
    const bool russian = now.language == Language::russian;
    QLocale::setDefault(russian ? QLocale(QLocale::Russian, QLocale::Russia)
                                : QLocale(QLocale::English, QLocale::UnitedStates));
    for (QPointer<QTranslator>& old : now.translators)
        delete old; // which removes it
    const QString name = russian ? QStringLiteral("ru") : QStringLiteral("en");
    const QString qts = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    now.translators = {loadTranslator(qts + QStringLiteral("/qtbase_%1.qm").arg(name)), // ours asked first
                       loadTranslator(QStringLiteral(":/translations/threadscape_%1.qm").arg(name))};
    // What was posted to the windows: they are not seen in two languages at once.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
}

Language spokenLanguage()
{
    return installed().language;
}

} // namespace threadscape
