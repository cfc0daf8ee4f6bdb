// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/bundlestamping.h"
#include "ui/models/appsettings.h"
#include "ui/models/reportmaking.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace pdsi {

class ReportForm;
class ReportPreview;

/// Asks which report of the open audit, shows it as it will print, and writes it.
class ReportDialog : public QDialog
{
    Q_OBJECT
public:
    /// What the dialog leaves to others.
    struct Surroundings {
        /// Asks for a file to write; `chosen` is called with a path, or not at all.
        std::function<void(const ReportOrder &order, const std::function<void(const QString &path)> &chosen)> askForFile;
        /// Gives the key that bundles are signed with, later, or why there is none.
        std::function<void(const std::function<void(const Result<SigningKey> &key)> &then)> signingKey;
        /// What happened and what to do, when a file could not be written.
        std::function<QString(const Error &)> describe;
        QString timestampHost;   ///< of the authority that the settings name; empty = none
        BundleStamping::FindService timestampService;
    };

    /// `settings` must outlive the dialog.
    ReportDialog(JudgedSnapshot audit, SearchWords filter, AppSettings &settings, Surroundings around, QWidget *parent = nullptr);
    ~ReportDialog() override;

    ReportForm *form() const { return m_form; }
    ReportPreview *preview() const { return m_preview; }
    ReportOrder order() const;
    bool isWriting() const { return m_writing; }

Q_SIGNALS:
    void written(const QString &path);
    void failed(const pdsi::Error &error);

public Q_SLOTS:
    void reject() override;

private:
    void layOut();
    QWidget *createPresets();
    void fillPresets(const QString &select);
    void choosePreset(int index);
    void savePreset();
    void removePreset();
    void restorePresets(const QStringList &kept, const QString &select);
    void preparePreview();
    void ask();
    void findKey(const std::function<void()> &then);
    void write(const QString &path);
    void wrote(const QString &path, const Result<Done> &result);
    bool stamps() const;
    void connectStamping();
    /// `more`: a sentence after the one that says where it is.
    void finish(const QString &path, const QString &more = {});
    void update();

    JudgedSnapshot m_audit;
    SearchWords m_filter;
    AppSettings &m_settings;
    Surroundings m_around;
    QList<ReportPreset> m_presets;
    QStringList m_presetsBefore;   ///< as kept before the last change, for undo
    ReportForm *m_form;
    ReportPreview *m_preview;
    QComboBox *m_preset;
    QPushButton *m_savePreset = nullptr, *m_removePreset = nullptr, *m_undoPreset = nullptr, *m_write = nullptr, *m_close = nullptr;
    QLabel *m_status;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    BundleStamping *m_stamping;
    QTimer m_soon;                 ///< the preview follows when the answers rest
    Cancellation m_cancellation;
    std::optional<SigningKey> m_key;       ///< of the bundle to be written
    RedactionKey m_redactionKey = RedactionKey::random(); ///< so that all reports of this dialog have the same pseudonyms
    bool m_writing = false;        ///< or having it stamped
    bool m_stampAsked = false;
    bool m_hidesPeople = false;    ///< what was written last
};

} // namespace pdsi
