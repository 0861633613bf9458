#pragma once

#include "os/other_load.h"

#include <QLabel>
#include <QTimer>
#include <QWidget>

#include <optional>

namespace threadscape {

/// How busy other programs keep the cores, before a run: a quiet machine is a small grey dot, a busy one a filled one with its
/// share in words. Looks once a second while it is visible.
class LoadLight final : public QWidget {
    Q_OBJECT

public:
    explicit LoadLight(QWidget* parent = nullptr);

    /// As last seen; nullopt: not yet, or the system does not say.
    void setShare(std::optional<double> share);
    QString words() const { return m_words->text(); }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    class Bulb;

    void retranslate();

    OtherLoad m_load;
    QTimer m_every;
    Bulb* m_bulb;
    QLabel* m_words;
    std::optional<double> m_share;
};

} // namespace threadscape
