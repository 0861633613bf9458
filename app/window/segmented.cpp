#include "window/segmented.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace threadscape {

Segmented::Segmented(const QStringList& labels, QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (int i = 0; i < labels.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setText(labels[i]);
        button->setAccessibleName(labels[i]);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // no gaps where there is more room
        button->setFocusPolicy(Qt::TabFocus);
        const bool first = i == 0;
        const bool last = i == labels.size() - 1;
        button->setProperty("segment", first ? "first" : last ? "last" : "middle");
        m_buttons.addButton(button, i);
        row->addWidget(button);
    }
    connect(&m_buttons, &QButtonGroup::idClicked, this, &Segmented::picked);
}

void Segmented::setIndex(int index)
{
    if (QAbstractButton* button = m_buttons.button(index))
        button->setChecked(true);
}

} // namespace threadscape
