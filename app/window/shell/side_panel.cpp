#include "window/shell/side_panel.h"

#include "text/language_change.h"

#include <QScrollArea>

namespace threadscape {

SidePanel::SidePanel(Setup& setup, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("side"));
    setAttribute(Qt::WA_StyledBackground);
    auto* scroll = new QScrollArea(this);
    m_settings = new SettingsPanel(setup, scroll);
    scroll->setWidget(m_settings);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_findingsBox = makeFindings();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(m_findingsBox);
}

QWidget* SidePanel::makeFindings()
{
    auto* box = new QWidget(this);
    box->setObjectName(QStringLiteral("findings"));
    box->setAttribute(Qt::WA_StyledBackground);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* heading = new QLabel(box);
    onLanguageChange(heading, [heading] { heading->setText(tr("Findings")); });
    heading->setProperty("part", "heading");
    heading->setIndent(0);
    m_findings = new FindingsTable(box);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(4);
    column->addWidget(heading);
    column->addWidget(m_findings);
    return box;
}

void SidePanel::showFindings(const Findings& findings)
{
    m_findings->show(findings);
    m_findingsBox->show();
}

void SidePanel::hideFindings()
{
    m_findings->show({});
    m_findingsBox->hide();
}

void SidePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_findingsBox->setMaximumHeight(height() * 2 / 5); // the rest of them scrolls
}

} // namespace threadscape
