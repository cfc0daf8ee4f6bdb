// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/settingsdialog.h"

#include "core/account/connectionaccess.h"
#include "ui/dialogs/shortcutspage.h"
#include "ui/dialogs/signingkeyform.h"
#include "ui/dialogs/timestampform.h"
#include "ui/models/actionmodel.h"
#include "ui/models/appsettings.h"
#include "ui/models/languages.h"
#include "ui/theme/palettes.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QUndoCommand>
#include <QVBoxLayout>

namespace pdsi {

namespace {

class ChangeCommand final : public QUndoCommand
{
public:
    ChangeCommand(const QString &what, std::function<void()> apply, std::function<void()> revert)
        : QUndoCommand(what), m_apply(std::move(apply)), m_revert(std::move(revert))
    {
    }
    void redo() override { m_apply(); }
    void undo() override { m_revert(); }

private:
    std::function<void()> m_apply, m_revert;
};

/// Labels and check boxes hold what a setting is called.
QString wordsOf(const QWidget *page)
{
    QStringList words;
    for (const QLabel *label : page->findChildren<QLabel *>())
        words << label->text();
    for (const QCheckBox *box : page->findChildren<QCheckBox *>())
        words << box->text();
    return words.join(QLatin1Char('\n')).remove(QLatin1Char('&'));
}

void emphasise(QWidget *page, const QString &typed)
{
    for (QLabel *label : page->findChildren<QLabel *>()) {
        QFont font = page->font();
        font.setBold(!typed.isEmpty() && label->text().contains(typed, Qt::CaseInsensitive));
        label->setFont(font);
    }
}

} // namespace

SettingsDialog::SettingsDialog(AppSettings &settings, ActionModel &actions, ConnectionAccess &access, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_actions(actions)
    , m_search(new QLineEdit)
    , m_titles(new QListWidget)
    , m_stack(new QStackedWidget)
    , m_shortcuts(new ShortcutsPage(actions, m_undo))
{
    setObjectName(QStringLiteral("settingsDialog"));
    setWindowTitle(tr("Settings"));
    resize(fontMetrics().averageCharWidth() * 125, fontMetrics().height() * 38);
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_search->setClearButtonEnabled(true);
    m_titles->setAccessibleName(tr("Pages"));
    m_titles->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    addPage(tr("Appearance"), appearancePage());
    addPage(tr("Start"), startPage());
    addPage(tr("Reports"), reportsPage(access));
    addPage(tr("Keyboard shortcuts"), m_shortcuts);
    m_titles->setCurrentRow(0);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *undo = m_undo.createUndoAction(this), *redo = m_undo.createRedoAction(this);
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(QKeySequence::Redo);
    addActions({undo, redo});
    for (QAction *action : {undo, redo}) {
        auto *button = buttons->addButton(action == undo ? tr("Undo") : tr("Redo"), QDialogButtonBox::ActionRole);
        button->setEnabled(false);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->text().toHtmlEscaped());
        });
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_titles, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);

    auto *middle = new QHBoxLayout;
    middle->addWidget(m_titles);
    middle->addWidget(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addLayout(middle, 1);
    layout->addWidget(buttons);
}

void SettingsDialog::addPage(const QString &title, QWidget *widget)
{
    m_pages << Page{title, widget};
    m_titles->addItem(title);
    m_stack->addWidget(widget);
}

void SettingsDialog::change(const QString &what, const std::function<void()> &apply, const std::function<void()> &revert)
{
    m_undo.push(new ChangeCommand(what, apply, revert));
}

QWidget *SettingsDialog::appearancePage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    auto *theme = new QComboBox;
    theme->setObjectName(QStringLiteral("theme"));
    const std::pair<ThemeChoice, QString> themes[] = {{ThemeChoice::System, tr("As the system")},
                                                      {ThemeChoice::Light, tr("Light")},
                                                      {ThemeChoice::Dark, tr("Dark")}};
    for (const auto &[choice, word] : themes)
        theme->addItem(word, themeChoiceName(choice));
    auto *zoom = new QSpinBox;
    zoom->setObjectName(QStringLiteral("zoom"));
    zoom->setRange(50, 300);
    zoom->setSingleStep(10);
    zoom->setSuffix(QStringLiteral(" %"));
    auto *animations = new QCheckBox(tr("Animate charts"));
    animations->setObjectName(QStringLiteral("animations"));
    form->addRow(tr("Colours:"), theme);
    form->addRow(tr("Text size:"), zoom);
    form->addRow(animations);
    const auto show = [this, theme, zoom, animations] {
        const QSignalBlocker a(theme), b(zoom), c(animations);
        theme->setCurrentIndex(qMax(0, theme->findData(m_settings.theme())));
        zoom->setValue(m_settings.zoom());
        animations->setChecked(m_settings.animations());
    };
    show();
    connect(&m_settings, &AppSettings::appearanceChanged, page, show);
    connect(theme, &QComboBox::currentIndexChanged, this, [this, theme] {
        const QString before = m_settings.theme(), after = theme->currentData().toString();
        change(tr("Colours"), [this, after] { m_settings.setTheme(after); }, [this, before] { m_settings.setTheme(before); });
    });
    connect(zoom, &QSpinBox::valueChanged, this, [this](int after) {
        const int before = m_settings.zoom();
        change(tr("Text size"), [this, after] { m_settings.setZoom(after); }, [this, before] { m_settings.setZoom(before); });
    });
    connect(animations, &QCheckBox::toggled, this, [this](bool after) {
        change(tr("Animate charts"), [this, after] { m_settings.setAnimations(after); },
               [this, after] { m_settings.setAnimations(!after); });
    });
    return page;
}

QWidget *SettingsDialog::startPage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    addLanguage(form);
    auto *reopen = new QCheckBox(tr("Open the last snapshot again at start"));
    reopen->setObjectName(QStringLiteral("reopenLast"));
    reopen->setChecked(m_settings.reopenLast());
    form->addRow(reopen);
    auto *forget = new QPushButton(tr("Forget recent snapshots"));
    forget->setToolTip(tr("Empties the list in the File menu. No snapshot is deleted."));
    forget->setAutoDefault(false);
    form->addRow(forget);
    connect(reopen, &QCheckBox::toggled, this, [this, reopen](bool after) {
        const auto set = [this, reopen](bool on) {
            const QSignalBlocker quiet(reopen);
            reopen->setChecked(on);
            m_settings.setReopenLast(on);
        };
        change(tr("Open the last snapshot"), [set, after] { set(after); }, [set, after] { set(!after); });
    });
    connect(forget, &QPushButton::clicked, this, [this] {
        const QList<RecentAudit> before = m_settings.recent();
        change(tr("Forget recent snapshots"), [this] { m_settings.clearRecent(); }, [this, before] {
            for (auto audit = before.crbegin(); audit != before.crend(); ++audit)
                m_settings.addRecent(*audit);
        });
    });
    return page;
}

QWidget *SettingsDialog::reportsPage(ConnectionAccess &access)
{
    auto *page = new QWidget;
    auto *timestamp = new TimestampForm(m_settings, access);
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(new SigningKeyForm(access.keychain()));
    layout->addWidget(timestamp);
    layout->addStretch(1);
    auto *scroll = new QScrollArea; // long notes and large text do not fit every screen
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    connect(timestamp, &TimestampForm::changed, this, [this](const TimestampSettings &before, const TimestampSettings &after) {
        change(tr("Time stamps"), [this, after] { m_settings.setTimestamp(after); }, [this, before] { m_settings.setTimestamp(before); });
    });
    return scroll;
}

void SettingsDialog::addLanguage(QFormLayout *form)
{
    auto *language = new QComboBox;
    language->setObjectName(QStringLiteral("language"));
    language->addItem(tr("As the system"), QString());
    for (const QString &code : languages())
        language->addItem(languageName(code), code);
    auto *note = new QLabel(tr("Takes effect at the next start. Reports are always in English."));
    note->setWordWrap(true);
    form->addRow(tr("Language:"), language);
    form->addRow(QString(), note);
    const auto show = [this, language] {
        const QSignalBlocker quiet(language);
        language->setCurrentIndex(qMax(0, language->findData(m_settings.language())));
    };
    show();
    connect(&m_settings, &AppSettings::languageChanged, language, show);
    connect(language, &QComboBox::currentIndexChanged, this, [this, language] {
        const QString before = m_settings.language(), after = language->currentData().toString();
        change(tr("Language"), [this, after] { m_settings.setLanguage(after); }, [this, before] { m_settings.setLanguage(before); });
    });
}

void SettingsDialog::search(const QString &typed)
{
    int first = -1;
    for (int row = 0; row < m_pages.size(); ++row) {
        QWidget *page = m_pages.at(row).widget;
        const bool hit = typed.isEmpty() || m_pages.at(row).title.contains(typed, Qt::CaseInsensitive)
            || wordsOf(page).contains(typed, Qt::CaseInsensitive)
            || (page == m_shortcuts && m_shortcuts->matches(typed));
        m_titles->item(row)->setHidden(!hit);
        if (hit && first < 0)
            first = row;
        emphasise(page, typed);
    }
    m_shortcuts->setTyped(typed);
    if (first >= 0 && m_titles->currentItem() && m_titles->currentItem()->isHidden())
        m_titles->setCurrentRow(first);
}

void SettingsDialog::showShortcuts() { m_titles->setCurrentRow(m_titles->count() - 1); }

} // namespace pdsi
