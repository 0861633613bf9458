#include "text/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace threadscape {

void installLanguage()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    auto* plurals = new QTranslator(QCoreApplication::instance());
    if (plurals->load(QStringLiteral(":/translations/threadscape_en.qm")))
        QCoreApplication::installTranslator(plurals);
    else
        delete plurals;
}

} // namespace threadscape
