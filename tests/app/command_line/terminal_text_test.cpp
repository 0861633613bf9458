#include "command_line/terminal_text.h"

#include <QTest>

using namespace threadscape;

class TerminalTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatSteersATerminalIsShown();
    void lettersStayAsTheyAre();
};

void TerminalTextTest::whatSteersATerminalIsShown()
{
    QCOMPARE(terminalText(QStringLiteral("a\x1B[31mb\r\a\t\x7F")), QStringLiteral("a␛[31mb␍␇␉␡"));
    QCOMPARE(terminalText(QStringLiteral("a") + QChar(0) + QStringLiteral("b")), QStringLiteral("a␀b"));
    QCOMPARE(terminalText(QStringLiteral("\u009B2J\u0085")), QStringLiteral("<U+009B>2J<U+0085>"));
    QCOMPARE(terminalText(QStringLiteral("\u202Egnp.exe\u2066\u200F\u061C\u2028")),
             QStringLiteral("<U+202E>gnp.exe<U+2066><U+200F><U+061C><U+2028>"));
    QCOMPARE(terminalLine(QStringLiteral("a\nb")), QStringLiteral("a␊b"));
}

void TerminalTextTest::lettersStayAsTheyAre()
{
    const QString text = QStringLiteral("Łódź, Потоки, 日本, שלום, \U0001F600 – 5\u00A0ms\n");
    QCOMPARE(terminalText(text), text);
}

QTEST_GUILESS_MAIN(TerminalTextTest)
#include "terminal_text_test.moc"
