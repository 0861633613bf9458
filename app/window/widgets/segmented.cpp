#include "window/widgets/segmented.h"

#include <QGridLayout>
#include <QToolButton>
#include <algorithm>

namespace threadscape {

namespace {

// As many side by side as fit into the panel of settings: all, else half of them, ...
int columnsFor(const QStringList& labels, const QFontMetrics& metrics)
{
    constexpr int kRoom = 280;   // px
    constexpr int kPadding = 28; // px, of a button
    int columns = static_cast<int>(labels.size());
    for (; columns > 1; columns = (columns + 1) / 2) {
        int width = 0;
        for (int column = 0; column < columns; ++column) {
            int widest = 0;
            for (int i = column; i < labels.size(); i += columns)
                widest = std::max(widest, metrics.horizontalAdvance(labels[i]) + kPadding);
            width += widest;
        }
        if (width <= kRoom)
            break;
        if (columns == 2)
            return 1;
    }
    return columns;
}

} // namespace

Segmented::Segmented(const QStringList& labels, Takes takes, QWidget* parent) : QWidget(parent)
{
    m_buttons.setExclusive(takes == Takes::one);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    const int count = static_cast<int>(labels.size());
    const int columns = columnsFor(labels, fontMetrics());
    for (int i = 0; i < count; ++i) {
        auto* button = new QToolButton(this);
        button->setText(labels[i]);
        button->setAccessibleName(labels[i]);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // no gaps in a wider panel
        button->setFocusPolicy(Qt::TabFocus);
        const int column = i % columns;
        const bool last = i == count - 1 || column == columns - 1;
        if (columns > 1) // alone in its line it has all corners rounded
            button->setProperty("segment", column == 0 ? "first" : last ? "last" : "middle");
        m_buttons.addButton(button, i);
        grid->addWidget(button, i / columns, column, 1, i == count - 1 ? columns - column : 1);
    }
    connect(&m_buttons, &QButtonGroup::idClicked, this, [this](int index) {
        const std::vector<bool> now = taken();
        if (std::ranges::find(now, true) == now.end())
            m_buttons.button(index)->setChecked(true); // the last one stays checked
        else
            emit picked(index);
    });
}

void Segmented::setIndex(int index)
{
    if (QAbstractButton* button = m_buttons.button(index))
        button->setChecked(true);
}

void Segmented::setTaken(const std::vector<bool>& taken)
{
    for (std::size_t i = 0; i < taken.size(); ++i)
        m_buttons.button(static_cast<int>(i))->setChecked(taken[i]);
}

std::vector<bool> Segmented::taken() const
{
    std::vector<bool> all;
    for (int i = 0; i < m_buttons.buttons().size(); ++i)
        all.push_back(m_buttons.button(i)->isChecked());
    return all;
}

} // namespace threadscape
