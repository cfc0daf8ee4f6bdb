<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source>Main tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
</context>
<context>
    <name>pdsi</name>
    <message>
        <source>, policy </source>
        <translation>, Richtlinie </translation>
    </message>
    <message>
        <source>Incident on %1</source>
        <translation>Vorfall am %1</translation>
    </message>
    <message>
        <source> (%1 UTC)</source>
        <translation> (%1 UTC)</translation>
    </message>
    <message>
        <source>Nobody is on call on any level: no incident is created, nobody is told.</source>
        <translation>Auf keiner Stufe ist jemand in Bereitschaft: Es entsteht kein Vorfall, niemand wird benachrichtigt.</translation>
    </message>
    <message>
        <source>The service is in a maintenance window: no incident is created.</source>
        <translation>Der Dienst ist in einem Wartungsfenster: Es entsteht kein Vorfall.</translation>
    </message>
    <message>
        <source>The service is disabled: no incident is created.</source>
        <translation>Der Dienst ist deaktiviert: Es entsteht kein Vorfall.</translation>
    </message>
    <message>
        <source>The service has no escalation policy: nobody is told.</source>
        <translation>Der Dienst hat keine Eskalationsrichtlinie: Niemand wird benachrichtigt.</translation>
    </message>
    <message>
        <source>Not known: the service, its policy or who is on call could not be read.</source>
        <translation>Nicht bekannt: Der Dienst, seine Richtlinie oder wer in Bereitschaft ist, war nicht lesbar.</translation>
    </message>
    <message>
        <source>First human told %1</source>
        <translation>Erster Mensch benachrichtigt: %1</translation>
    </message>
    <message>
        <source>First human told %1 at the latest</source>
        <translation>Erster Mensch benachrichtigt: spätestens %1</translation>
    </message>
    <message>
        <source> by phone, SMS or push.</source>
        <translation> per Telefon, SMS oder Push.</translation>
    </message>
    <message>
        <source>No human is reached</source>
        <translation>Kein Mensch wird erreicht</translation>
    </message>
    <message>
        <source>Whether a human is reached is not known.</source>
        <translation>Ob ein Mensch erreicht wird, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>First notice of any kind %1.</source>
        <translation>Erste Benachrichtigung überhaupt: %1.</translation>
    </message>
    <message>
        <source>Something on the way could not be read: see the question marks.</source>
        <translation>Etwas auf dem Weg war nicht lesbar: siehe die Fragezeichen.</translation>
    </message>
    <message>
        <source>Where it ends</source>
        <translation>Wo es endet</translation>
    </message>
    <message>
        <source>Low-urgency incidents do not escalate: it stays with the first people told.</source>
        <translation>Vorfälle niedriger Dringlichkeit eskalieren nicht: Sie bleiben bei den zuerst Benachrichtigten.</translation>
    </message>
    <message>
        <source>Not known: perhaps nobody is on call on any level, and then no incident is created.</source>
        <translation>Nicht bekannt: Vielleicht ist auf keiner Stufe jemand in Bereitschaft, dann entsteht kein Vorfall.</translation>
    </message>
    <message>
        <source>The incident stays with the people told at once, nobody else is told.</source>
        <translation>Der Vorfall bleibt bei den sofort Benachrichtigten, sonst wird niemand benachrichtigt.</translation>
    </message>
    <message>
        <source>The last people are told %1. The incident stays with them, nobody else is told.</source>
        <translation>Die Letzten werden %1 benachrichtigt. Der Vorfall bleibt bei ihnen, sonst wird niemand benachrichtigt.</translation>
    </message>
    <message>
        <source>The policy is gone through %1 times at most.</source>
        <translation>Die Richtlinie wird höchstens %1-mal durchlaufen.</translation>
    </message>
    <message>
        <source>The policy does not repeat.</source>
        <translation>Die Richtlinie wiederholt sich nicht.</translation>
    </message>
    <message>
        <source>The service resolves incidents by itself after %1: the path may end there.</source>
        <translation>Der Dienst löst Vorfälle nach %1 selbst: Der Weg kann dort enden.</translation>
    </message>
    <message>
        <source>Outside the time that was read: %1 to %2.</source>
        <translation>Außerhalb der gelesenen Zeit: %1 bis %2.</translation>
    </message>
    <message>
        <source>The first human is always told at once.</source>
        <translation>Der erste Mensch wird stets sofort benachrichtigt.</translation>
    </message>
    <message>
        <source>When a human is reached, the first is told at once.</source>
        <translation>Wenn ein Mensch erreicht wird, dann der erste sofort.</translation>
    </message>
    <message>
        <source>Longest time to the first human: %1</source>
        <translation>Längste Zeit bis zum ersten Menschen: %1</translation>
    </message>
    <message>
        <source>, from </source>
        <translation>, ab </translation>
    </message>
    <message>
        <source> for %1.</source>
        <translation> für %1.</translation>
    </message>
    <message>
        <source>A human is reached at any time.</source>
        <translation>Zu jeder Zeit wird ein Mensch erreicht.</translation>
    </message>
    <message>
        <source>Nobody is reached by phone, SMS or push for %1:</source>
        <translation>Niemand wird per Telefon, SMS oder Push erreicht für %1:</translation>
    </message>
    <message>
        <source>Nobody is reached by phone, SMS or push in %1 stretches, %2 in all:</source>
        <translation>Niemand wird per Telefon, SMS oder Push erreicht in %1 Abschnitten, insgesamt %2:</translation>
    </message>
    <message>
        <source> for %1</source>
        <translation> für %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Worst case in %1 from %2</source>
        <translation>Schlimmster Fall in %1 ab %2</translation>
    </message>
    <message>
        <source>Being worked out...</source>
        <translation>Wird berechnet...</translation>
    </message>
    <message>
        <source>Disabled or in maintenance all the time: no incident is created.</source>
        <translation>Die ganze Zeit deaktiviert oder in Wartung: Es entsteht kein Vorfall.</translation>
    </message>
    <message>
        <source>At no time is a human reached by phone, SMS or push.</source>
        <translation>Zu keiner Zeit wird ein Mensch per Telefon, SMS oder Push erreicht.</translation>
    </message>
    <message>
        <source>At no time is a human certainly reached.</source>
        <translation>Zu keiner Zeit wird sicher ein Mensch erreicht.</translation>
    </message>
    <message>
        <source>For %1 it is not known whether a human is reached.</source>
        <translation>Für %1 ist nicht bekannt, ob ein Mensch erreicht wird.</translation>
    </message>
    <message>
        <source>Disabled or in maintenance for %1: no incident is created.</source>
        <translation>Deaktiviert oder in Wartung für %1: Es entsteht kein Vorfall.</translation>
    </message>
    <message>
        <source>Open in PagerDuty</source>
        <translation>In PagerDuty öffnen</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist geöffnet</translation>
    </message>
    <message>
        <source>Open the sample account or a snapshot, or collect your account.</source>
        <translation>Öffnen Sie das Beispielkonto oder eine Momentaufnahme, oder erfassen Sie Ihr Konto.</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>Choose a finding, a control or a resource: its verdict, the evidence and how to fix it appear here.</source>
        <translation>Wählen Sie einen Befund, eine Kontrolle oder eine Ressource: Hier erscheinen das Urteil, die Nachweise und wie es sich beheben lässt.</translation>
    </message>
    <message>
        <source>%1 outcomes of %2 controls can be looked at.</source>
        <translation>%1 Ergebnisse von %2 Kontrollen können angesehen werden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>corrected: another requirement fits</source>
        <translation>berichtigt: Eine andere Anforderung passt</translation>
    </message>
    <message>
        <source>disputed: an assessor must decide</source>
        <translation>strittig: Ein Prüfer muss entscheiden</translation>
    </message>
    <message>
        <source>unverified: the text was not available</source>
        <translation>ungeprüft: Der Text lag nicht vor</translation>
    </message>
    <message>
        <source>Control %1: %2</source>
        <translation>Kontrolle %1: %2</translation>
    </message>
    <message>
        <source>What must hold</source>
        <translation>Was gelten muss</translation>
    </message>
    <message>
        <source>Why it is not determined</source>
        <translation>Warum es nicht feststellbar ist</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Betrachtet</translation>
    </message>
    <message>
        <source>%1 resources</source>
        <translation>%1 Ressourcen</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>Warum es wichtig ist</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Wie es sich beheben lässt</translation>
    </message>
    <message>
        <source>What the evidence can and cannot show</source>
        <translation>Was die Nachweise zeigen können und was nicht</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>ausgenommen</translation>
    </message>
    <message>
        <source>The other %1 are in the findings table.</source>
        <translation>Die übrigen %1 stehen in der Befundtabelle.</translation>
    </message>
    <message>
        <source>Framework references</source>
        <translation>Bezüge zu Regelwerken</translation>
    </message>
    <message>
        <source>A finding is evidence for a requirement, never proof that it is met.</source>
        <translation>Ein Befund ist ein Nachweis zu einer Anforderung, nie ein Beweis, dass sie erfüllt ist.</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Specified</source>
        <translation>Vorgegeben</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Genehmigt von</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Accepted until</source>
        <translation>Akzeptiert bis</translation>
    </message>
    <message>
        <source>no date: it does not end by itself</source>
        <translation>kein Datum: endet nicht von selbst</translation>
    </message>
    <message>
        <source>Waived: the failure stays, somebody accepts it</source>
        <translation>Ausgenommen: Der Verstoß bleibt, jemand akzeptiert ihn</translation>
    </message>
    <message>
        <source>Settled by an attestation, not by the API</source>
        <translation>Durch eine Bescheinigung entschieden, nicht durch die API</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Attested by</source>
        <translation>Bescheinigt von</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>New since the baseline %1.</source>
        <translation>Neu seit dem Vergleichsstand %1.</translation>
    </message>
    <message>
        <source>Was already in the baseline %1.</source>
        <translation>War schon im Vergleichsstand %1.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation>1 Lücke</translation>
    </message>
    <message>
        <source>%1 gaps</source>
        <translation>%1 Lücken</translation>
    </message>
    <message>
        <source>From, until (UTC)</source>
        <translation>Von, bis (UTC)</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Who catches it</source>
        <translation>Wer sie auffängt</translation>
    </message>
    <message>
        <source>%1 more gaps are in the JSON report and on the timeline.</source>
        <translation>%1 weitere Lücken stehen im JSON-Bericht und auf der Zeitachse.</translation>
    </message>
    <message>
        <source>%1 %2, received %3</source>
        <translation>%1 %2, empfangen %3</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>None: nothing was read that bears on this.</source>
        <translation>Keine: Es wurde nichts gelesen, das dies betrifft.</translation>
    </message>
    <message>
        <source>%1 more facts are listed under Raw evidence.</source>
        <translation>%1 weitere Fakten stehen unter Rohnachweise.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>not in the account&apos;s plan</source>
        <translation>nicht im Tarif des Kontos</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>unreadable: truncated, no JSON or not the documented shape</source>
        <translation>unlesbar: abgeschnitten, kein JSON oder nicht von der dokumentierten Form</translation>
    </message>
    <message>
        <source>failed: no usable answer</source>
        <translation>fehlgeschlagen: keine brauchbare Antwort</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>keyed digest</source>
        <translation>Prüfsumme mit Schlüssel</translation>
    </message>
    <message>
        <source>and %1 more, listed in the snapshot&apos;s request log</source>
        <translation>und %1 weitere, im Anfrageprotokoll der Momentaufnahme aufgeführt</translation>
    </message>
    <message>
        <source>Taken out or shortened before storing (%1)</source>
        <translation>Vor dem Speichern entfernt oder gekürzt (%1)</translation>
    </message>
    <message>
        <source>Checked now: the stored bytes have this digest.</source>
        <translation>Soeben geprüft: Die gespeicherten Bytes haben diese Prüfsumme.</translation>
    </message>
    <message>
        <source>Taken over the bytes as received. 1 field was taken out before storing, so what is stored differs.</source>
        <translation>Über die empfangenen Bytes gebildet. 1 Feld wurde vor dem Speichern entfernt, daher weicht das Gespeicherte ab.</translation>
    </message>
    <message>
        <source>Taken over the bytes as received. %1 fields were taken out before storing, so what is stored differs.</source>
        <translation>Über die empfangenen Bytes gebildet. %1 Felder wurden vor dem Speichern entfernt, daher weicht das Gespeicherte ab.</translation>
    </message>
    <message>
        <source>The stored bytes do not have this digest although nothing was taken out: do not rely on them.</source>
        <translation>Die gespeicherten Bytes haben diese Prüfsumme nicht, obwohl nichts entfernt wurde: Verlassen Sie sich nicht darauf.</translation>
    </message>
    <message>
        <source>No answer is stored.</source>
        <translation>Keine Antwort gespeichert.</translation>
    </message>
    <message>
        <source>Request %1 is not in the log of this snapshot.</source>
        <translation>Anfrage %1 steht nicht im Protokoll dieser Momentaufnahme.</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Gefragt nach</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Bytes received</source>
        <translation>Empfangene Bytes</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>none: no body came</source>
        <translation>keine: Es kam kein Inhalt</translation>
    </message>
    <message>
        <source>Checking the stored bytes...</source>
        <translation>Die gespeicherten Bytes werden geprüft...</translation>
    </message>
    <message>
        <source>Server&apos;s id</source>
        <translation>Kennung des Servers</translation>
    </message>
    <message>
        <source>none sent</source>
        <translation>keine gesendet</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>A later reading of the same list replaced this answer.</source>
        <translation>Eine spätere Lesung derselben Liste hat diese Antwort ersetzt.</translation>
    </message>
    <message>
        <source>%1 rows whose fields have wrong types.</source>
        <translation>%1 Zeilen mit Feldern vom falschen Typ.</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>not in this snapshot</source>
        <translation>nicht in dieser Momentaufnahme</translation>
    </message>
    <message>
        <source>None seen, but this is not certain. </source>
        <translation>Keine gesehen, aber das ist nicht sicher. </translation>
    </message>
    <message>
        <source>There may be more. </source>
        <translation>Es kann mehr geben. </translation>
    </message>
    <message>
        <source>Contact methods</source>
        <translation>Kontaktwege</translation>
    </message>
    <message>
        <source>Not read for this user.</source>
        <translation>Für diesen Benutzer nicht gelesen.</translation>
    </message>
    <message>
        <source>blocked by PagerDuty</source>
        <translation>von PagerDuty gesperrt</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>Notification rules</source>
        <translation>Benachrichtigungsregeln</translation>
    </message>
    <message>
        <source>no contact method</source>
        <translation>kein Kontaktweg</translation>
    </message>
    <message>
        <source>%1 urgency, after %2 min: %3</source>
        <translation>Dringlichkeit %1, nach %2 min: %3</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>No level: it reaches nobody.</source>
        <translation>Keine Stufe: Niemand wird erreicht.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Next after</source>
        <translation>Nächste nach</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 in support hours, %2 outside</source>
        <translation>%1 in der Supportzeit, sonst %2</translation>
    </message>
    <message>
        <source>Acknowledgement ends</source>
        <translation>Quittierung endet</translation>
    </message>
    <message>
        <source>Resolves by itself</source>
        <translation>Löst sich selbst</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Dringlichkeit</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>request %1, received %2</source>
        <translation>Anfrage %1, empfangen %2</translation>
    </message>
    <message>
        <source>Where it was read</source>
        <translation>Wo es gelesen wurde</translation>
    </message>
    <message>
        <source>%1 is not in this snapshot: it was named somewhere, but not among what could be read.</source>
        <translation>%1 ist nicht in dieser Momentaufnahme: Es wurde irgendwo genannt, aber nicht unter dem Lesbaren.</translation>
    </message>
    <message>
        <source>No control judges this resource.</source>
        <translation>Keine Kontrolle beurteilt diese Ressource.</translation>
    </message>
    <message>
        <source>1 level</source>
        <translation>1 Stufe</translation>
    </message>
    <message>
        <source>%1 levels</source>
        <translation>%1 Stufen</translation>
    </message>
    <message>
        <source>repeats once</source>
        <translation>wiederholt einmal</translation>
    </message>
    <message>
        <source>repeats %1 times</source>
        <translation>wiederholt %1-mal</translation>
    </message>
    <message>
        <source>On call: %1</source>
        <translation>In Bereitschaft: %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>from %1 UTC</source>
        <translation>ab %1 UTC</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>Business service</source>
        <translation>Geschäftsdienst</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Escalation policy</source>
        <translation>Eskalationsrichtlinie</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Bereitschaftsplan</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Contact method</source>
        <translation>Kontaktweg</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>What if: away</source>
        <translation>Was wäre, wenn: abwesend</translation>
    </message>
    <message>
        <source>What if: removed</source>
        <translation>Was wäre, wenn: entfernt</translation>
    </message>
    <message>
        <source>Disabled: pages nobody</source>
        <translation>Deaktiviert: alarmiert niemanden</translation>
    </message>
    <message>
        <source>One at a time, in turn</source>
        <translation>Einer nach dem anderen, reihum</translation>
    </message>
    <message>
        <source>Everybody at once</source>
        <translation>Alle zugleich</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>In Bereitschaft</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht benutzbar</translation>
    </message>
    <message>
        <source>No policy</source>
        <translation>Keine Richtlinie</translation>
    </message>
    <message>
        <source>Nobody on any level</source>
        <translation>Keine Stufe besetzt</translation>
    </message>
    <message>
        <source>Skipped: nobody</source>
        <translation>Übergangen: niemand</translation>
    </message>
    <message>
        <source>Nobody on call</source>
        <translation>Niemand in Bereitschaft</translation>
    </message>
    <message>
        <source>Dead end</source>
        <translation>Sackgasse</translation>
    </message>
    <message>
        <source>Cannot be paged</source>
        <translation>Nicht alarmierbar</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>The contact method is blocked or incomplete: nobody is paged by it.</source>
        <translation>Der Kontaktweg ist gesperrt oder unvollständig: Über ihn wird niemand alarmiert.</translation>
    </message>
    <message>
        <source>The service has no escalation policy that could be found.</source>
        <translation>Der Dienst hat keine auffindbare Eskalationsrichtlinie.</translation>
    </message>
    <message>
        <source>The same person is on every level: escalating asks nobody new.</source>
        <translation>Auf jeder Stufe ist dieselbe Person: Die Eskalation erreicht niemand Neuen.</translation>
    </message>
    <message>
        <source>No level has anybody on call at this time: PagerDuty creates no incident.</source>
        <translation>Auf keiner Stufe ist zu dieser Zeit jemand in Bereitschaft: PagerDuty legt keinen Vorfall an.</translation>
    </message>
    <message>
        <source>The level has nobody on call at this time and is passed over.</source>
        <translation>Auf der Stufe ist zu dieser Zeit niemand in Bereitschaft, sie wird übergangen.</translation>
    </message>
    <message>
        <source>Nobody is on call on the schedule at this time.</source>
        <translation>Im Bereitschaftsplan ist zu dieser Zeit niemand in Bereitschaft.</translation>
    </message>
    <message>
        <source>The target was deleted or cannot be found: nobody is paged there.</source>
        <translation>Das Ziel wurde gelöscht oder ist nicht auffindbar: Dort wird niemand alarmiert.</translation>
    </message>
    <message>
        <source>Nothing set up for this person pages at high urgency.</source>
        <translation>Nichts, was für diese Person eingerichtet ist, alarmiert bei hoher Dringlichkeit.</translation>
    </message>
    <message>
        <source>This could not be read: it is neither right nor wrong.</source>
        <translation>Dies war nicht lesbar: Es ist weder richtig noch falsch.</translation>
    </message>
    <message>
        <source>depends on</source>
        <translation>hängt ab von</translation>
    </message>
    <message>
        <source>on call</source>
        <translation>in Bereitschaft</translation>
    </message>
    <message>
        <source>next</source>
        <translation>danach</translation>
    </message>
    <message>
        <source>Id %1</source>
        <translation>ID %1</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Contact methods asked for one by one</source>
        <translation>Kontaktwege, einzeln abgefragt</translation>
    </message>
    <message>
        <source>Notification rules asked for one by one</source>
        <translation>Benachrichtigungsregeln, einzeln abgefragt</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Team members</source>
        <translation>Teammitglieder</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Integrations asked for one by one</source>
        <translation>Integrationen, einzeln abgefragt</translation>
    </message>
    <message>
        <source>Escalation policies</source>
        <translation>Eskalationsrichtlinien</translation>
    </message>
    <message>
        <source>Layer-based schedules</source>
        <translation>Ebenenbasierte Pläne</translation>
    </message>
    <message>
        <source>Shift-based schedules</source>
        <translation>Schichtbasierte Pläne</translation>
    </message>
    <message>
        <source>On-call entries</source>
        <translation>Bereitschaftseinträge</translation>
    </message>
    <message>
        <source>Business services</source>
        <translation>Geschäftsdienste</translation>
    </message>
    <message>
        <source>Dependencies of business services</source>
        <translation>Geschäftsdienst-Abhängigkeiten</translation>
    </message>
    <message>
        <source>Dependencies of services</source>
        <translation>Dienst-Abhängigkeiten</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>Extension schemas</source>
        <translation>Erweiterungsschemas</translation>
    </message>
    <message>
        <source>Add-ons</source>
        <translation>Add-ons</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Vendors</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>Prioritäten</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>Protokolleinträge</translation>
    </message>
    <message>
        <source>Change events</source>
        <translation>Änderungsereignisse</translation>
    </message>
    <message>
        <source>Incident workflows</source>
        <translation>Vorfall-Workflows</translation>
    </message>
    <message>
        <source>Workflow triggers</source>
        <translation>Workflow-Auslöser</translation>
    </message>
    <message>
        <source>Maintenance windows</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Session limits</source>
        <translation>Sitzungsgrenzen</translation>
    </message>
    <message>
        <source>IP allow lists</source>
        <translation>IP-Positivlisten</translation>
    </message>
    <message>
        <source>Standards scores</source>
        <translation>Standardwertungen</translation>
    </message>
    <message>
        <source>Audit records, latest 31 days</source>
        <translation>Audit-Einträge, letzte 31 Tage</translation>
    </message>
    <message>
        <source>Audit records, probes further back</source>
        <translation>Audit-Einträge, Stichproben weiter zurück</translation>
    </message>
    <message>
        <source>Audit records of API keys, latest 31 days</source>
        <translation>Audit-Einträge der API-Schlüssel, letzte 31 Tage</translation>
    </message>
    <message>
        <source>Audit records of API keys, further back</source>
        <translation>Audit-Einträge der API-Schlüssel, weiter zurück</translation>
    </message>
    <message>
        <source>OAuth delegations</source>
        <translation>OAuth-Delegationen</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analysen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Unavailable</source>
        <translation>Nicht verfügbar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Nicht erfasst</translation>
    </message>
    <message>
        <source>The key may not read this, or may not see everything. Collect with a read-only account key.</source>
        <translation>Der Schlüssel darf dies nicht lesen oder sieht vielleicht nicht alles. Erfassen Sie mit einem Kontoschlüssel, der nur lesen darf.</translation>
    </message>
    <message>
        <source>The account&apos;s plan does not include this.</source>
        <translation>Der Tarif des Kontos enthält dies nicht.</translation>
    </message>
    <message>
        <source>PagerDuty shows this through no API. A person has to look and attest.</source>
        <translation>PagerDuty zeigt dies über keine API. Ein Mensch muss nachsehen und es bescheinigen.</translation>
    </message>
    <message>
        <source>Some pages or resources are missing. Collect again.</source>
        <translation>Einige Seiten oder Ressourcen fehlen. Erfassen Sie erneut.</translation>
    </message>
    <message>
        <source>PagerDuty lists no more than 10,000 of these; the rest is out of reach.</source>
        <translation>PagerDuty listet höchstens 10.000 davon auf; der Rest ist unerreichbar.</translation>
    </message>
    <message>
        <source>PagerDuty did not answer, or not readably. Collect again.</source>
        <translation>PagerDuty hat nicht oder nicht lesbar geantwortet. Erfassen Sie erneut.</translation>
    </message>
    <message>
        <source>This was not asked for when the snapshot was collected.</source>
        <translation>Danach wurde beim Erfassen der Momentaufnahme nicht gefragt.</translation>
    </message>
    <message>
        <source>, %1 received of %2 the account reports</source>
        <translation>, %1 von %2 empfangen, die das Konto meldet</translation>
    </message>
    <message>
        <source>, %1 received, the account reports no total</source>
        <translation>, %1 empfangen, das Konto meldet keine Gesamtzahl</translation>
    </message>
    <message>
        <source>, %1 sent twice and counted once</source>
        <translation>, %1 doppelt gesendet und einmal gezählt</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>Levels %1</source>
        <translation>Stufen %1</translation>
    </message>
    <message>
        <source>No policy uses it</source>
        <translation>Keine Richtlinie nutzt ihn</translation>
    </message>
    <message>
        <source>Policy not readable</source>
        <translation>Richtlinie nicht lesbar</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Caught</source>
        <translation>Aufgefangen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Off-hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Caught by level %1</source>
        <translation>Aufgefangen von Stufe %1</translation>
    </message>
    <message>
        <source>No incident is created</source>
        <translation>Es entsteht kein Vorfall</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>nobody for %1</source>
        <translation>niemand für %1</translation>
    </message>
    <message>
        <source>not known for %1</source>
        <translation>nicht bekannt für %1</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>WhatsApp</source>
        <translation>WhatsApp</translation>
    </message>
    <message>
        <source>A contact method that was not found</source>
        <translation>Ein Kontaktweg, der nicht gefunden wurde</translation>
    </message>
    <message>
        <source>high urgency</source>
        <translation>hohe Dringlichkeit</translation>
    </message>
    <message>
        <source>low urgency</source>
        <translation>niedrige Dringlichkeit</translation>
    </message>
    <message>
        <source>urgency by the severity of the alert, taken for high</source>
        <translation>Dringlichkeit nach dem Schwere der Meldung, als hoch angenommen</translation>
    </message>
    <message>
        <source>urgency not known, taken for high</source>
        <translation>Dringlichkeit nicht bekannt, als hoch angenommen</translation>
    </message>
    <message>
        <source>Shift-based</source>
        <translation>Schichtbasiert</translation>
    </message>
    <message>
        <source>Layers not read</source>
        <translation>Ebenen nicht gelesen</translation>
    </message>
    <message>
        <source>Overrides not read</source>
        <translation>Vertretungen nicht gelesen</translation>
    </message>
    <message>
        <source>Not rendered</source>
        <translation>Nicht ausgegeben</translation>
    </message>
    <message>
        <source>Unknown time zone</source>
        <translation>Unbekannte Zeitzone</translation>
    </message>
    <message>
        <source>Unreadable layer</source>
        <translation>Unlesbare Ebene</translation>
    </message>
    <message>
        <source>Overlapping overrides</source>
        <translation>Überlappende Vertretungen</translation>
    </message>
    <message>
        <source>Shift-based: the answers lack the overrides and where a rotation began.</source>
        <translation>Schichtbasiert: In den Antworten fehlen die Vertretungen und der Beginn der Rotation.</translation>
    </message>
    <message>
        <source>The layers could not be read.</source>
        <translation>Die Ebenen waren nicht lesbar.</translation>
    </message>
    <message>
        <source>The overrides could not be read.</source>
        <translation>Die Vertretungen waren nicht lesbar.</translation>
    </message>
    <message>
        <source>Not rendered: there is nothing to compare with.</source>
        <translation>Nicht ausgegeben: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>The time zone is not known here.</source>
        <translation>Die Zeitzone ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>A layer lacks its start, turn length or restrictions.</source>
        <translation>Einer Ebene fehlen Beginn, Länge der Schichten oder Einschränkungen.</translation>
    </message>
    <message>
        <source>Two overrides name different people at the same time.</source>
        <translation>Zwei Vertretungen nennen zur selben Zeit verschiedene Personen.</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <translation>%1 %2, %3 %4</translation>
    </message>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 bis %2 %3</translation>
    </message>
    <message>
        <source>(whole answer)</source>
        <translation>(ganze Antwort)</translation>
    </message>
    <message>
        <source>{ object of %1 fields }</source>
        <translation>{ Objekt mit %1 Feldern }</translation>
    </message>
    <message>
        <source>[ list of %1 ]</source>
        <translation>[ Liste von %1 ]</translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation>%1 und %2 andere</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1, attested</source>
        <translation>%1, bescheinigt</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Without end</source>
        <translation>Ohne Ende</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Vergleichsstand</translation>
    </message>
    <message>
        <source>Frameworks</source>
        <translation>Regelwerke</translation>
    </message>
    <message>
        <source>Resource id</source>
        <translation>Ressourcen-ID</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>error, fail, notDetermined, manual, pass or notApplicable</source>
        <translation>error, fail, notDetermined, manual, pass oder notApplicable</translation>
    </message>
    <message>
        <source>critical, high, medium or low</source>
        <translation>critical, high, medium oder low</translation>
    </message>
    <message>
        <source>a control by its number or name</source>
        <translation>eine Kontrolle nach Nummer oder Name</translation>
    </message>
    <message>
        <source>what controls are about</source>
        <translation>worum es bei Kontrollen geht</translation>
    </message>
    <message>
        <source>controls mapped to a framework</source>
        <translation>Kontrollen, die einem Regelwerk zugeordnet sind</translation>
    </message>
    <message>
        <source>controls mapped to a requirement or its parts</source>
        <translation>Kontrollen, die einer Anforderung oder ihren Teilen zugeordnet sind</translation>
    </message>
    <message>
        <source>the kind of resource</source>
        <translation>die Art der Ressource</translation>
    </message>
    <message>
        <source>text in the resource&apos;s name</source>
        <translation>Text im Namen der Ressource</translation>
    </message>
    <message>
        <source>the resource with exactly this id</source>
        <translation>die Ressource mit genau dieser ID</translation>
    </message>
    <message>
        <source>why something is not determined</source>
        <translation>warum etwas nicht feststellbar ist</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>yes oder no</translation>
    </message>
    <message>
        <source>new, unchanged or resolved since the baseline</source>
        <translation>new, unchanged oder resolved seit dem Vergleichsstand</translation>
    </message>
    <message>
        <source>yes or no: settled by a person&apos;s statement</source>
        <translation>yes oder no: durch die Aussage eines Menschen entschieden</translation>
    </message>
    <message>
        <source>the beginning of a finding&apos;s fingerprint</source>
        <translation>der Anfang des Fingerabdrucks eines Befunds</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>schedules</source>
        <translation>Bereitschaftspläne</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>escalation policies</source>
        <translation>Eskalationsrichtlinien</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>maintenance windows</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>1 schedule could not be read</source>
        <translation>1 Bereitschaftsplan war nicht lesbar</translation>
    </message>
    <message>
        <source>%1 schedules could not be read</source>
        <translation>%1 Bereitschaftspläne waren nicht lesbar</translation>
    </message>
    <message>
        <source>who is on call on 1 schedule is not known for some of the time</source>
        <translation>wer laut 1 Bereitschaftsplan in Bereitschaft ist, ist zeitweise nicht bekannt</translation>
    </message>
    <message>
        <source>who is on call on %1 schedules is not known for some of the time</source>
        <translation>wer laut %1 Bereitschaftsplänen in Bereitschaft ist, ist zeitweise nicht bekannt</translation>
    </message>
    <message>
        <source>not read completely: %1</source>
        <translation>nicht vollständig gelesen: %1</translation>
    </message>
    <message>
        <source>the key may not see the whole account</source>
        <translation>der Schlüssel sieht vielleicht nicht das ganze Konto</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>No schedules and no services were read</source>
        <translation>Es wurden keine Bereitschaftspläne und keine Dienste gelesen</translation>
    </message>
    <message>
        <source>No gap of at least %1 from %2 UTC</source>
        <translation>Keine Lücke von mindestens %1 ab %2 UTC</translation>
    </message>
    <message>
        <source>No gap that counts (of at least %1) from %2 UTC, %3 others</source>
        <translation>Keine Lücke, die zählt (mindestens %1), ab %2 UTC, %3 andere</translation>
    </message>
    <message>
        <source>%1 gaps from %2 UTC, of which %3 count</source>
        <translation>%1 Lücken ab %2 UTC, davon zählen %3</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Created by SSO</source>
        <translation>Per SSO angelegt</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Rendered until</source>
        <translation>Ausgegeben bis</translation>
    </message>
    <message>
        <source>shift-based</source>
        <translation>schichtbasiert</translation>
    </message>
    <message>
        <source>layer-based</source>
        <translation>ebenenbasiert</translation>
    </message>
    <message>
        <source>not rendered</source>
        <translation>nicht ausgegeben</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>directly</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Bereitschaftspläne</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation>Audit-Einträge</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Depends on</source>
        <translation>Hängt ab von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Ability</source>
        <translation>Fähigkeit</translation>
    </message>
    <message>
        <source>Default role</source>
        <translation>Standardrolle</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation>Art der Sitzung</translation>
    </message>
    <message>
        <source>Ends after</source>
        <translation>Endet nach</translation>
    </message>
    <message>
        <source>Ends when idle for</source>
        <translation>Endet ohne Nutzung nach</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Levels and targets</source>
        <translation>Stufen und Ziele</translation>
    </message>
    <message>
        <source>On call when collected</source>
        <translation>Bei der Erfassung in Bereitschaft</translation>
    </message>
    <message>
        <source>On call when collected, for</source>
        <translation>Bei der Erfassung in Bereitschaft für</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>Benötigt von</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Incidents of the look-back</source>
        <translation>Vorfälle des Rückblicks</translation>
    </message>
    <message>
        <source>Change events of the look-back</source>
        <translation>Änderungsereignisse des Rückblicks</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Wer es tat</translation>
    </message>
    <message>
        <source>level %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF-Dokument</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>HTML-Seite</translation>
    </message>
    <message>
        <source>Workpaper (XLSX)</source>
        <translation>Arbeitspapier (XLSX)</translation>
    </message>
    <message>
        <source>SARIF 2.1.0</source>
        <translation>SARIF 2.1.0</translation>
    </message>
    <message>
        <source>JSON report</source>
        <translation>JSON-Bericht</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>OSCAL assessment results</source>
        <translation>OSCAL Assessment Results</translation>
    </message>
    <message>
        <source>Evidence bundle (all formats, signed)</source>
        <translation>Nachweispaket (alle Formate, signiert)</translation>
    </message>
    <message>
        <source>For the auditor</source>
        <translation>Für den Prüfer</translation>
    </message>
    <message>
        <source>For the auditor, by framework</source>
        <translation>Für den Prüfer, nach Regelwerk</translation>
    </message>
    <message>
        <source>For the team&apos;s manager</source>
        <translation>Für die Leitung des Teams</translation>
    </message>
    <message>
        <source>For the board</source>
        <translation>Für die Geschäftsleitung</translation>
    </message>
    <message>
        <source>Auditor&apos;s workpaper with a sample of 25</source>
        <translation>Arbeitspapier des Prüfers mit einer Stichprobe von 25</translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation>Nachweispaket</translation>
    </message>
    <message>
        <source>Evidence bundle without names of people</source>
        <translation>Nachweispaket ohne Namen von Personen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Not in the plan</source>
        <translation>Nicht im Tarif</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Nicht vorhanden</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>%1 is away</source>
        <translation>%1 ist abwesend</translation>
    </message>
    <message>
        <source>%1 more people are away</source>
        <translation>%1 weitere Personen sind abwesend</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>%1 ist entfernt</translation>
    </message>
    <message>
        <source>%1 more schedules are removed</source>
        <translation>%1 weitere Bereitschaftspläne sind entfernt</translation>
    </message>
    <message>
        <source>What if: </source>
        <translation>Was wäre, wenn: </translation>
    </message>
    <message>
        <source>. Nothing is changed in PagerDuty.</source>
        <translation>. In PagerDuty ändert sich nichts.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Add-on</source>
        <translation>Add-on</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>Audit-Eintrag</translation>
    </message>
    <message>
        <source>Change event</source>
        <translation>Änderungsereignis</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>Extension schema</source>
        <translation>Erweiterungsschema</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Incident workflow</source>
        <translation>Vorfall-Workflow</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>IP allow list</source>
        <translation>IP-Positivliste</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>OAuth delegation</source>
        <translation>OAuth-Delegation</translation>
    </message>
    <message>
        <source>On-call entry</source>
        <translation>Bereitschaftseintrag</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Push notification</source>
        <translation>Push-Benachrichtigung</translation>
    </message>
    <message>
        <source>Service dependency</source>
        <translation>Dienstabhängigkeit</translation>
    </message>
    <message>
        <source>Session limit</source>
        <translation>Sitzungsgrenze</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>Textnachricht</translation>
    </message>
    <message>
        <source>Standards score</source>
        <translation>Standardwertung</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Webhook subscription</source>
        <translation>Webhook-Abonnement</translation>
    </message>
    <message>
        <source>Workflow trigger</source>
        <translation>Workflow-Auslöser</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Nicht erfüllt</translation>
    </message>
    <message>
        <source>Not determined</source>
        <translation>Nicht feststellbar</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manuell</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht anwendbar</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>No API shows it</source>
        <translation>Keine API zeigt es</translation>
    </message>
    <message>
        <source>Read in part</source>
        <translation>Teilweise gelesen</translation>
    </message>
    <message>
        <source>Paging limit</source>
        <translation>Seitenlimit</translation>
    </message>
    <message>
        <source>Request failed</source>
        <translation>Anfrage fehlgeschlagen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>&lt;p&gt;Read-only security audit of a PagerDuty account: it never writes to the account.&lt;/p&gt;&lt;p&gt;Qt %1. Raw evidence is highlighted by: %2.&lt;/p&gt;&lt;p&gt;Licence: GPL-3.0-or-later. Not made, endorsed or supported by PagerDuty, Inc.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Sicherheitsprüfung eines PagerDuty-Kontos, nur lesend: Sie schreibt nie in das Konto.&lt;/p&gt;&lt;p&gt;Qt %1. Rohnachweise werden eingefärbt von: %2.&lt;/p&gt;&lt;p&gt;Lizenz: GPL-3.0-or-later. Nicht von PagerDuty, Inc. hergestellt, empfohlen oder unterstützt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The file does not exist: %1</source>
        <translation>Die Datei gibt es nicht: %1</translation>
    </message>
    <message>
        <source>The file cannot be read: %1. Check that it is there and that you may read it.</source>
        <translation>Die Datei ist nicht lesbar: %1. Prüfen Sie, ob sie vorhanden ist und Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>This is not a snapshot archive, or it is damaged: %1. Ask for the file again.</source>
        <translation>Dies ist kein Archiv einer Momentaufnahme, oder es ist beschädigt: %1. Lassen Sie sich die Datei erneut geben.</translation>
    </message>
    <message>
        <source>The archive was changed after it was written: %1 does not match its recorded digest. Do not rely on it; ask for the original.</source>
        <translation>Das Archiv wurde nach dem Schreiben verändert: %1 passt nicht zu seiner aufgezeichneten Prüfsumme. Verlassen Sie sich nicht darauf; lassen Sie sich das Original geben.</translation>
    </message>
    <message>
        <source>The archive was written by a newer version of this program (%1). Update, then open it again.</source>
        <translation>Das Archiv wurde von einer neueren Version dieses Programms geschrieben (%1). Aktualisieren Sie, und öffnen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Something went wrong: %1</source>
        <translation>Etwas ist schiefgegangen: %1</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Nothing was left behind; choose another folder or name.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1. Es blieb nichts zurück; wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>The report was written to %1. Only you can read the file.</source>
        <translation>Der Bericht wurde nach %1 geschrieben. Nur Sie können die Datei lesen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Caught by another level</source>
        <translation>Von anderer Stufe aufgefangen</translation>
    </message>
    <message>
        <source>Intended off-hours</source>
        <translation>Beabsichtigte Ruhezeit</translation>
    </message>
    <message>
        <source>In maintenance</source>
        <translation>In Wartung</translation>
    </message>
    <message>
        <source>Disabled, or not collected</source>
        <translation>Deaktiviert oder nicht erfasst</translation>
    </message>
    <message>
        <source>differs %1</source>
        <translation>weicht ab: %1</translation>
    </message>
    <message>
        <source>L%1</source>
        <translation>S%1</translation>
    </message>
    <message>
        <source>Whole window: %1</source>
        <translation>Ganzer Zeitraum: %1</translation>
    </message>
    <message>
        <source>Not known whether this person can be paged.</source>
        <translation>Nicht bekannt, ob diese Person alarmiert werden kann.</translation>
    </message>
    <message>
        <source>Away in this what-if: nobody is paged.</source>
        <translation>In dieser Annahme abwesend: Niemand wird alarmiert.</translation>
    </message>
    <message>
        <source>This user is gone: nobody is paged.</source>
        <translation>Diesen Benutzer gibt es nicht mehr: Niemand wird alarmiert.</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Niemand genannt</translation>
    </message>
    <message>
        <source>%1 on call on %2, from %3, %4</source>
        <translation>%1 in Bereitschaft für %2, ab %3, %4</translation>
    </message>
    <message>
        <source>, not known whether this person can be paged</source>
        <translation>, nicht bekannt, ob diese Person alarmiert werden kann</translation>
    </message>
    <message>
        <source>, cannot be paged</source>
        <translation>, nicht alarmierbar</translation>
    </message>
    <message>
        <source>, level %1</source>
        <translation>, Stufe %1</translation>
    </message>
    <message>
        <source>, always on call</source>
        <translation>, immer in Bereitschaft</translation>
    </message>
    <message>
        <source>%1 day</source>
        <translation>%1 Tag</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
    <message>
        <source>%1 hour</source>
        <translation>%1 Stunde</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 Stunden</translation>
    </message>
    <message>
        <source>%1 minute</source>
        <translation>%1 Minute</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>%1 second</source>
        <translation>%1 Sekunde</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 Sekunden</translation>
    </message>
    <message>
        <source>Nobody on call, %1</source>
        <translation>Niemand in Bereitschaft, %1</translation>
    </message>
    <message>
        <source>Nobody, %1</source>
        <translation>Niemand, %1</translation>
    </message>
    <message>
        <source>Caught by level %1, %2</source>
        <translation>Aufgefangen von Stufe %1, %2</translation>
    </message>
    <message>
        <source>Level %1, %2</source>
        <translation>Stufe %1, %2</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Service disabled</source>
        <translation>Dienst deaktiviert</translation>
    </message>
    <message>
        <source>Nobody is paged for all or some of it: no other level covers the whole gap.</source>
        <translation>Zeitweise oder die ganze Zeit wird niemand alarmiert: Keine andere Stufe deckt die ganze Lücke ab.</translation>
    </message>
    <message>
        <source>Nobody is paged: no level has anybody on call, no incident is created.</source>
        <translation>Niemand wird alarmiert: Auf keiner Stufe ist jemand in Bereitschaft, es entsteht kein Vorfall.</translation>
    </message>
    <message>
        <source>Another target of level 1 is paged instead.</source>
        <translation>Stattdessen wird ein anderes Ziel der Stufe 1 alarmiert.</translation>
    </message>
    <message>
        <source>Level %1 is paged instead.</source>
        <translation>Stattdessen wird Stufe %1 alarmiert.</translation>
    </message>
    <message>
        <source>Not known: what could not be read may cover it.</source>
        <translation>Nicht bekannt: Was nicht lesbar war, deckt sie vielleicht ab.</translation>
    </message>
    <message>
        <source>Intended off-hours: shown, not counted.</source>
        <translation>Beabsichtigte Ruhezeit: gezeigt, nicht gezählt.</translation>
    </message>
    <message>
        <source>The service is in maintenance: no incident is created.</source>
        <translation>Der Dienst ist in Wartung: Es entsteht kein Vorfall.</translation>
    </message>
    <message>
        <source>No gap</source>
        <translation>Keine Lücke</translation>
    </message>
    <message>
        <source>1 caught by L%1, %2</source>
        <translation>1 aufgefangen von S%1, %2</translation>
    </message>
    <message>
        <source>%1 caught by L%2, longest %3</source>
        <translation>%1 aufgefangen von S%2, längste %3</translation>
    </message>
    <message>
        <source>Unknown for %1</source>
        <translation>Unbekannt für %1</translation>
    </message>
    <message>
        <source>1 gap, %1</source>
        <translation>1 Lücke, %1</translation>
    </message>
    <message>
        <source>%1 gaps, longest %2</source>
        <translation>%1 Lücken, längste %2</translation>
    </message>
    <message>
        <source>Without a team</source>
        <translation>Ohne Team</translation>
    </message>
    <message>
        <source>Gap on %1, from %2, %3. %4</source>
        <translation>Lücke bei %1, ab %2, %3. %4</translation>
    </message>
    <message>
        <source>Cannot work without it.</source>
        <translation>Funktioniert nicht ohne ihn.</translation>
    </message>
    <message>
        <source>Its alerts take this escalation policy.</source>
        <translation>Seine Meldungen nehmen diese Eskalationsrichtlinie.</translation>
    </message>
    <message>
        <source>Asked at once when an incident begins.</source>
        <translation>Wird sofort gefragt, wenn ein Vorfall beginnt.</translation>
    </message>
    <message>
        <source>Asked %1, when nobody has acknowledged.</source>
        <translation>Wird %1 gefragt, wenn niemand quittiert hat.</translation>
    </message>
    <message>
        <source>Asked when the alert comes this far.</source>
        <translation>Wird gefragt, wenn die Meldung so weit kommt.</translation>
    </message>
    <message>
        <source>On call at this time.</source>
        <translation>Zu dieser Zeit in Bereitschaft.</translation>
    </message>
    <message>
        <source>Next on call, from %1.</source>
        <translation>Danach in Bereitschaft, ab %1.</translation>
    </message>
    <message>
        <source>Next on call.</source>
        <translation>Danach in Bereitschaft.</translation>
    </message>
    <message>
        <source>A way to reach this person.</source>
        <translation>Ein Weg, diese Person zu erreichen.</translation>
    </message>
    <message>
        <source>Used for pages %1.</source>
        <translation>Wird %1 zum Alarmieren benutzt.</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1-mal</translation>
    </message>
    <message>
        <source>Begins again, %1, when nobody has acknowledged.</source>
        <translation>Beginnt erneut, %1, wenn niemand quittiert hat.</translation>
    </message>
    <message>
        <source>Begins again, %1, each time %2 when nobody has acknowledged.</source>
        <translation>Beginnt erneut, %1, jedes Mal %2, wenn niemand quittiert hat.</translation>
    </message>
    <message>
        <source>From %1: %2</source>
        <translation>Von %1: %2</translation>
    </message>
    <message>
        <source>Never escalates</source>
        <translation>Eskaliert nie</translation>
    </message>
    <message>
        <source>Only one person</source>
        <translation>Nur eine Person</translation>
    </message>
    <message>
        <source>No second level reaches anybody else: when the first does not answer, nobody is asked.</source>
        <translation>Keine zweite Stufe erreicht jemand anderen: Wenn die erste nicht antwortet, wird niemand gefragt.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>The time stamp server does not answer: %1. Check its address, the network and the proxy.</source>
        <translation>Der Zeitstempelserver antwortet nicht: %1. Prüfen Sie seine Adresse, das Netz und den Proxy.</translation>
    </message>
    <message>
        <source>The time stamp server gave no answer in time: %1. Try again later, or name another server in the settings.</source>
        <translation>Der Zeitstempelserver hat nicht rechtzeitig geantwortet: %1. Versuchen Sie es später noch einmal, oder nennen Sie in den Einstellungen einen anderen Server.</translation>
    </message>
    <message>
        <source>The time stamp server could not prove who it is, so nothing was sent: %1. If your network inspects TLS, choose a connection with its CA file as the way there, in the settings.</source>
        <translation>Der Zeitstempelserver konnte nicht beweisen, wer er ist; deshalb wurde nichts gesendet: %1. Wenn Ihr Netz TLS untersucht, wählen Sie in den Einstellungen als Weg dorthin eine Verbindung mit dessen CA-Datei.</translation>
    </message>
    <message>
        <source>The proxy does not let us through to the time stamp server: %1. Check its address, user and password.</source>
        <translation>Der Proxy lässt uns nicht zum Zeitstempelserver durch: %1. Prüfen Sie seine Adresse, den Benutzer und das Passwort.</translation>
    </message>
    <message>
        <source>The keychain does not give the password of the proxy, so the time stamp server cannot be asked (%1). Unlock it, then try again.</source>
        <translation>Der Schlüsselbund gibt das Passwort des Proxys nicht heraus, deshalb kann der Zeitstempelserver nicht gefragt werden (%1). Entsperren Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The settings name no time stamp server, or as the way there a connection that is gone or whose proxy has no password. Look at the page Reports of the settings.</source>
        <translation>Die Einstellungen nennen keinen Zeitstempelserver, oder als Weg dorthin eine Verbindung, die es nicht mehr gibt oder deren Proxy kein Passwort hat. Sehen Sie auf der Seite Berichte der Einstellungen nach.</translation>
    </message>
    <message>
        <source>The CA file cannot be read: %1. Choose it anew, in the settings or in the connection that leads to the server.</source>
        <translation>Die CA-Datei kann nicht gelesen werden: %1. Wählen Sie sie neu, in den Einstellungen oder in der Verbindung, die zum Server führt.</translation>
    </message>
    <message>
        <source>This is not what it should be: %1. Check that the address is that of an RFC 3161 server and that the CA file holds certificates (PEM).</source>
        <translation>Das ist nicht, was es sein sollte: %1. Prüfen Sie, ob die Adresse die eines RFC-3161-Servers ist und die CA-Datei Zertifikate (PEM) enthält.</translation>
    </message>
    <message>
        <source>The time stamp is not taken: %1. Check the server&apos;s address and the CA file in the settings.</source>
        <translation>Der Zeitstempel wird nicht angenommen: %1. Prüfen Sie die Adresse des Servers und die CA-Datei in den Einstellungen.</translation>
    </message>
    <message>
        <source>Asking for the time stamp was stopped.</source>
        <translation>Das Holen des Zeitstempels wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The time stamp could not be had: %1.</source>
        <translation>Der Zeitstempel war nicht zu bekommen: %1.</translation>
    </message>
    <message>
        <source>%1, by %2. Not trusted here: %3. To trust it, name its CA file in the settings.</source>
        <translation>%1, von %2. Hier nicht vertraut: %3. Um ihm zu vertrauen, nennen Sie seine CA-Datei in den Einstellungen.</translation>
    </message>
    <message>
        <source>%1, by %2, trusted by this system.</source>
        <translation>%1, von %2, von diesem System vertraut.</translation>
    </message>
    <message>
        <source>%1, by %2, trusted by the CA file in the settings.</source>
        <translation>%1, von %2, vertraut durch die CA-Datei in den Einstellungen.</translation>
    </message>
    <message>
        <source>DST %1</source>
        <translation>Umstellung %1</translation>
    </message>
</context>
<context>
    <name>pdsi::AccountForm</name>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>Andere Adresse</translation>
    </message>
    <message>
        <source>who asks; recorded in reports</source>
        <translation>wer fragt; wird in Berichten festgehalten</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Region:</source>
        <translation>&amp;Region:</translation>
    </message>
    <message>
        <source>&amp;Address:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>Requester &amp;e-mail:</source>
        <translation>&amp;E-Mail des Anfragenden:</translation>
    </message>
</context>
<context>
    <name>pdsi::ActionModel</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>pdsi::AnswerView</name>
    <message>
        <source>Stored answer</source>
        <translation>Gespeicherte Antwort</translation>
    </message>
    <message>
        <source>Find in the answer</source>
        <translation>In der Antwort suchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Reading the answer to request %1...</source>
        <translation>Die Antwort auf Anfrage %1 wird gelesen...</translation>
    </message>
    <message>
        <source>No answer is stored for request %1.</source>
        <translation>Zu Anfrage %1 ist keine Antwort gespeichert.</translation>
    </message>
    <message>
        <source>Marked in line %1: %2</source>
        <translation>Markiert in Zeile %1: %2</translation>
    </message>
    <message>
        <source>The answer has no %1.</source>
        <translation>Die Antwort hat kein %1.</translation>
    </message>
    <message>
        <source>This answer is no JSON; it is shown as text.</source>
        <translation>Diese Antwort ist kein JSON; sie wird als Text gezeigt.</translation>
    </message>
    <message>
        <source>The answer has %1 and is too large to show whole: this is the part around the value. Save it to see everything.</source>
        <translation>Die Antwort hat %1 und ist zu groß, um sie ganz zu zeigen: Dies ist der Teil um den Wert. Speichern Sie sie, um alles zu sehen.</translation>
    </message>
    <message>
        <source>Plain text, because it is longer than 512 KB.</source>
        <translation>Einfacher Text, weil sie länger als 512 KB ist.</translation>
    </message>
    <message>
        <source>Laid out for reading; digests are over the bytes as received.</source>
        <translation>Zum Lesen umbrochen; Prüfsummen gelten für die empfangenen Bytes.</translation>
    </message>
    <message>
        <source>from the other end</source>
        <translation>vom anderen Ende her</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
</context>
<context>
    <name>pdsi::AuditOpener</name>
    <message>
        <source>the sample account</source>
        <translation>das Beispielkonto</translation>
    </message>
</context>
<context>
    <name>pdsi::BrowserSignIn</name>
    <message>
        <source>&amp;Sign in with browser</source>
        <translation>Im &amp;Browser anmelden</translation>
    </message>
    <message>
        <source>Cop&amp;y address</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Copies the address of the sign-in page, to open it in another browser of this machine.</source>
        <translation>Kopiert die Adresse der Anmeldeseite, um sie in einem anderen Browser dieses Rechners zu öffnen.</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>Warten auf den Browser</translation>
    </message>
    <message>
        <source>The browser is back. Fetching the token...</source>
        <translation>Der Browser ist zurück. Das Token wird geholt...</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <source>Account: %1.</source>
        <translation>Konto: %1.</translation>
    </message>
    <message>
        <source>The access lasts until %1.</source>
        <translation>Der Zugang gilt bis %1.</translation>
    </message>
    <message>
        <source>It cannot be renewed: sign in again then.</source>
        <translation>Er ist nicht erneuerbar: Melden Sie sich dann erneut an.</translation>
    </message>
    <message>
        <source>Not granted: %1. Controls that need them end as not determined.</source>
        <translation>Nicht gewährt: %1. Kontrollen, die dies brauchen, enden als nicht feststellbar.</translation>
    </message>
    <message>
        <source>&amp;Stop sign-in</source>
        <translation>Anmeldung &amp;beenden</translation>
    </message>
    <message>
        <source>Opening the browser...</source>
        <translation>Der Browser wird geöffnet...</translation>
    </message>
    <message>
        <source>Finish the sign-in in the browser, then come back here.</source>
        <translation>Schließen Sie die Anmeldung im Browser ab, und kommen Sie dann hierher zurück.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address and open it in a browser on this machine.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopieren Sie den Link, und öffnen Sie ihn in einem Browser auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>pdsi::BundleDialog</name>
    <message>
        <source>%1 is listed but is not there</source>
        <translation>%1 ist aufgeführt, aber nicht vorhanden</translation>
    </message>
    <message>
        <source>%1 is there but is not listed</source>
        <translation>%1 ist vorhanden, aber nicht aufgeführt</translation>
    </message>
    <message>
        <source>%1 was changed since the bundle was made</source>
        <translation>%1 wurde verändert, seit das Paket erstellt wurde</translation>
    </message>
    <message>
        <source>%1 does not belong to the rest of the bundle</source>
        <translation>%1 gehört nicht zum Rest des Pakets</translation>
    </message>
    <message>
        <source>Wrong: %1</source>
        <translation>Falsch: %1</translation>
    </message>
    <message>
        <source>The signature does not fit</source>
        <translation>Die Signatur passt nicht</translation>
    </message>
    <message>
        <source>Unchanged: all %1 files are as they were listed</source>
        <translation>Unverändert: Alle %1 Dateien sind so, wie sie aufgeführt wurden</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Verändert: %1</translation>
    </message>
    <message>
        <source>Changed: %1 and %2 more</source>
        <translation>Verändert: %1 und %2 weitere</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>State of</source>
        <translation>Stand von</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Momentaufnahme</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>under pseudonyms</source>
        <translation>unter Pseudonymen</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Evidence bundle</source>
        <translation>Nachweispaket</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Fingerprint you were given</source>
        <translation>Erhaltener Fingerabdruck</translation>
    </message>
    <message>
        <source>64 hexadecimal digits</source>
        <translation>64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>&amp;Fingerprint you were given</source>
        <translation>&amp;Erhaltener Fingerabdruck</translation>
    </message>
    <message>
        <source>That is no fingerprint: it has 64 hexadecimal digits</source>
        <translation>Das ist kein Fingerabdruck: Er hat 64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>Checking...</source>
        <translation>Wird geprüft...</translation>
    </message>
    <message>
        <source>This file cannot be checked</source>
        <translation>Diese Datei lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>The signature does not fit: something was changed after it was signed, or somebody else signed it. Rely on nothing in this bundle and ask its maker for the original.</source>
        <translation>Die Signatur passt nicht: Nach dem Signieren wurde etwas geändert, oder jemand anderes hat signiert. Verlassen Sie sich auf nichts in diesem Paket, und bitten Sie den Ersteller um das Original.</translation>
    </message>
    <message>
        <source>Unsigned. The files fit together, but nobody vouches for them: anybody could have changed one and listed it anew. Not evidence by itself: ask for a signed bundle.</source>
        <translation>Nicht signiert. Die Dateien passen zusammen, aber niemand bürgt für sie: Jeder hätte eine ändern und neu verzeichnen können. Für sich allein kein Nachweis: Bitten Sie um ein signiertes Paket.</translation>
    </message>
    <message>
        <source>Signed by a key that is unknown to this computer. Nothing was changed since its holder signed, but who that is, only the bundle says, and a forger would sign as well. Have its maker tell you the fingerprint by another way and enter it below.</source>
        <translation>Mit einem Schlüssel signiert, den dieser Rechner nicht kennt. Seit sein Inhaber signiert hat, wurde nichts geändert; wer das ist, sagt aber nur das Paket, und auch ein Fälscher würde signieren. Lassen Sie sich den Fingerabdruck auf anderem Weg sagen, und geben Sie ihn unten ein.</translation>
    </message>
    <message>
        <source>Signed by your own key, that of this computer&apos;s keychain. Nothing was changed since.</source>
        <translation>Mit Ihrem eigenen Schlüssel signiert, dem im Schlüsselbund dieses Rechners. Seither wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Signed by the key with the fingerprint you entered. Whoever holds that key made this bundle, and nothing was changed since.</source>
        <translation>Mit dem Schlüssel signiert, dessen Fingerabdruck Sie eingegeben haben. Wer diesen Schlüssel hat, hat das Paket erstellt, und seither wurde nichts geändert.</translation>
    </message>
    <message>
        <source>None: when it was made, only the bundle itself says.</source>
        <translation>Keiner: Wann es erstellt wurde, sagt nur das Paket selbst.</translation>
    </message>
    <message>
        <source>Unsigned; all %1 files are as they were listed</source>
        <translation>Nicht signiert; alle %1 Dateien sind so, wie sie verzeichnet wurden</translation>
    </message>
    <message>
        <source>Unsigned, though a signature was asked for</source>
        <translation>Nicht signiert, obwohl eine Signatur verlangt wurde</translation>
    </message>
    <message>
        <source>Signed by another key than the one you entered</source>
        <translation>Mit einem anderen Schlüssel signiert als dem eingegebenen</translation>
    </message>
</context>
<context>
    <name>pdsi::BundleStamping</name>
    <message>
        <source>&amp;Try the time stamp again</source>
        <translation>Zeitstempel noch einmal &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Keep the bundle without a time stamp</source>
        <translation>Paket ohne Zeitstempel &amp;behalten</translation>
    </message>
</context>
<context>
    <name>pdsi::CollectDialog</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>As of another instant</source>
        <translation>Stand eines anderen Zeitpunkts</translation>
    </message>
    <message>
        <source>Include analytics (needs a key that may POST)</source>
        <translation>Analysen einschließen (braucht einen Schlüssel, der POST darf)</translation>
    </message>
    <message>
        <source>Include analytics</source>
        <translation>Analysen einschließen</translation>
    </message>
    <message>
        <source>Instant the account is judged for, UTC</source>
        <translation>Zeitpunkt, für den das Konto beurteilt wird, UTC</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>Longest wait for an answer</source>
        <translation>Längstes Warten auf eine Antwort</translation>
    </message>
    <message>
        <source>Collect an account</source>
        <translation>Ein Konto erfassen</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Erfassung</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Otherwise the account is judged as of the moment the collection starts.</source>
        <translation>Sonst wird das Konto zum Zeitpunkt des Beginns der Erfassung beurteilt.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Manage connections...</source>
        <translation>Verbindungen verwalten...</translation>
    </message>
    <message>
        <source>Manage connections</source>
        <translation>Verbindungen verwalten</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
    <message>
        <source>&amp;Requests at once</source>
        <translation>&amp;Gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>&amp;Longest wait for an answer</source>
        <translation>&amp;Längstes Warten auf eine Antwort</translation>
    </message>
    <message>
        <source>Interrupted collection</source>
        <translation>Unterbrochene Erfassung</translation>
    </message>
    <message>
        <source>Resume it, with its own parameters</source>
        <translation>Fortsetzen, mit ihren eigenen Parametern</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Started %1 UTC, %2 answers are kept%3. If the key is another one by now, a new collection starts.</source>
        <translation>Begonnen %1 UTC, %2 Antworten sind aufbewahrt%3. Ist der Schlüssel inzwischen ein anderer, beginnt eine neue Erfassung.</translation>
    </message>
    <message>
        <source>, the key ended in %1</source>
        <translation>, der Schlüssel endete auf %1</translation>
    </message>
    <message>
        <source>There is no connection yet. Manage connections... adds one.</source>
        <translation>Es gibt noch keine Verbindung. „Verbindungen verwalten...“ fügt eine hinzu.</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Erfassen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>pdsi::CollectionFlow</name>
    <message>
        <source>The saved connections cannot be read: %1.</source>
        <translation>Die gespeicherten Verbindungen sind nicht lesbar: %1.</translation>
    </message>
    <message>
        <source>Connections...</source>
        <translation>Verbindungen...</translation>
    </message>
    <message>
        <source>What was collected could not be kept: %1. Make room on the disk, then collect again: what was kept so far is not asked again.</source>
        <translation>Das Erfasste konnte nicht aufbewahrt werden: %1. Schaffen Sie Platz auf dem Datenträger, und erfassen Sie dann erneut: Was bereits aufbewahrt ist, wird nicht noch einmal abgefragt.</translation>
    </message>
    <message>
        <source>the snapshot</source>
        <translation>die Momentaufnahme</translation>
    </message>
</context>
<context>
    <name>pdsi::CollectionHeader</name>
    <message>
        <source>Requests answered</source>
        <translation>Beantwortete Anfragen</translation>
    </message>
    <message>
        <source>Complete, %1 answers</source>
        <translation>Vollständig, %1 Antworten</translation>
    </message>
    <message>
        <source>Incomplete, %1 answers</source>
        <translation>Unvollständig, %1 Antworten</translation>
    </message>
    <message>
        <source>Collected %1 UTC. </source>
        <translation>Erfasst %1 UTC. </translation>
    </message>
</context>
<context>
    <name>pdsi::CollectionModel</name>
    <message>
        <source>How many there are, as the account says</source>
        <translation>Wie viele es gibt, sagt das Konto</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>pdsi::CollectionView</name>
    <message>
        <source>Collection</source>
        <translation>Erfassung</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause collecting: nothing new is sent, what is in flight completes</source>
        <translation>Erfassung anhalten: Neues wird nicht gesendet, Laufendes wird abgeschlossen</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on collecting</source>
        <translation>Erfassung fortsetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop collecting: what arrived is kept and can be resumed within 24 hours</source>
        <translation>Erfassung abbrechen: Was ankam, wird aufbewahrt und lässt sich 24 Stunden lang fortsetzen</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>Die ausgewählten Zeilen als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Copy shell commands that ask the same again, without the key</source>
        <translation>Shell-Befehle kopieren, die dasselbe noch einmal abfragen, ohne den Schlüssel</translation>
    </message>
    <message>
        <source>Filter the request log</source>
        <translation>Anfrageprotokoll filtern</translation>
    </message>
    <message>
        <source>Nothing is being collected. Use Collect... to read an account.</source>
        <translation>Es wird nichts erfasst. Mit „Erfassen...“ lesen Sie ein Konto.</translation>
    </message>
    <message>
        <source>Collect...</source>
        <translation>Erfassen...</translation>
    </message>
    <message>
        <source>Resources, received against reported</source>
        <translation>Ressourcen, empfangen gegenüber gemeldet</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>Laufende Anfragen</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>Anfrageprotokoll</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Resuming the collection started %1 UTC: %2 answers are kept.</source>
        <translation>Die am %1 UTC begonnene Erfassung wird fortgesetzt: %2 Antworten sind aufbewahrt.</translation>
    </message>
    <message>
        <source>The log has no request %1.</source>
        <translation>Das Protokoll hat keine Anfrage %1.</translation>
    </message>
    <message>
        <source>Not copied: the address of this account is not one to send a key to.</source>
        <translation>Nicht kopiert: An die Adresse dieses Kontos sollte kein Schlüssel gesendet werden.</translation>
    </message>
    <message>
        <source>Copied. The command sends the key in $%1 to %2.</source>
        <translation>Kopiert. Der Befehl sendet den Schlüssel aus $%1 an %2.</translation>
    </message>
</context>
<context>
    <name>pdsi::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Geben Sie ein, was Sie tun möchten</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>Aktionen suchen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>pdsi::ConnectionDialog</name>
    <message>
        <source>New connection</source>
        <translation>Neue Verbindung</translation>
    </message>
    <message>
        <source>Connection %1</source>
        <translation>Verbindung %1</translation>
    </message>
    <message>
        <source>This connection comes from the environment variable PAGERDUTY_API_KEY. It can be tested and used; it is never saved.</source>
        <translation>Diese Verbindung stammt aus der Umgebungsvariablen PAGERDUTY_API_KEY. Sie lässt sich testen und benutzen; gespeichert wird sie nie.</translation>
    </message>
    <message>
        <source>Pages of the connection</source>
        <translation>Seiten der Verbindung</translation>
    </message>
    <message>
        <source>Acc&amp;ount</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>Netwo&amp;rk</source>
        <translation>Net&amp;zwerk</translation>
    </message>
    <message>
        <source>The account lives at %1; the region was changed to that.</source>
        <translation>Das Konto liegt bei %1; die Region wurde entsprechend geändert.</translation>
    </message>
    <message>
        <source>Note: the account says that it lives at %1.</source>
        <translation>Hinweis: Das Konto sagt, dass es bei %1 liegt.</translation>
    </message>
    <message>
        <source>Sign in with the browser first.</source>
        <translation>Melden Sie sich zuerst im Browser an.</translation>
    </message>
    <message>
        <source>Enter the API key.</source>
        <translation>Geben Sie den API-Schlüssel ein.</translation>
    </message>
    <message>
        <source>Nothing was saved, because the keychain did not take the secret. Save again to keep it for this session only.</source>
        <translation>Es wurde nichts gespeichert, weil der Schlüsselbund das Geheimnis nicht angenommen hat. Speichern Sie erneut, um es nur für diese Sitzung zu behalten.</translation>
    </message>
</context>
<context>
    <name>pdsi::ConnectionTestView</name>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Try the other region</source>
        <translation>Die andere Region versuchen</translation>
    </message>
    <message>
        <source>Progress of the test</source>
        <translation>Fortschritt des Tests</translation>
    </message>
    <message>
        <source>Result of the test</source>
        <translation>Ergebnis des Tests</translation>
    </message>
    <message>
        <source>Nothing tested yet. A test asks for one row of each kind and changes nothing.</source>
        <translation>Noch nichts getestet. Ein Test fragt je eine Zeile jeder Art ab und ändert nichts.</translation>
    </message>
    <message>
        <source>Stop &amp;test</source>
        <translation>&amp;Test abbrechen</translation>
    </message>
    <message>
        <source>Try the &amp;European region</source>
        <translation>Region E&amp;uropa versuchen</translation>
    </message>
    <message>
        <source>Try the &amp;US region</source>
        <translation>Region &amp;USA versuchen</translation>
    </message>
</context>
<context>
    <name>pdsi::ConnectionsDialog</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>&amp;Add...</source>
        <translation>&amp;Hinzufügen...</translation>
    </message>
    <message>
        <source>&amp;Edit...</source>
        <translation>&amp;Bearbeiten...</translation>
    </message>
    <message>
        <source>&amp;Duplicate...</source>
        <translation>&amp;Duplizieren...</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Make default</source>
        <translation>Als &amp;Standard</translation>
    </message>
    <message>
        <source>&amp;Collect...</source>
        <translation>Er&amp;fassen...</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>No connections yet. Add one to collect an account; a read-only API key is all it takes.</source>
        <translation>Noch keine Verbindungen. Fügen Sie eine hinzu, um ein Konto zu erfassen; dazu genügt ein API-Schlüssel, der nur lesen darf.</translation>
    </message>
    <message>
        <source>Secrets are in the keychain, or in memory for this session; none is in a file.</source>
        <translation>Geheimnisse liegen im Schlüsselbund oder für diese Sitzung im Arbeitsspeicher; keines liegt in einer Datei.</translation>
    </message>
    <message>
        <source>&amp;Look at...</source>
        <translation>&amp;Ansehen...</translation>
    </message>
    <message>
        <source>%1 was removed. Undo brings it back; its secrets leave the keychain when this window is closed.</source>
        <translation>%1 wurde entfernt. „Rückgängig“ holt es zurück; seine Geheimnisse verlassen den Schlüsselbund, wenn dieses Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>pdsi::ControlResultsView</name>
    <message>
        <source>Control results</source>
        <translation>Kontrollergebnisse</translation>
    </message>
    <message>
        <source>Controls and their status</source>
        <translation>Kontrollen und ihr Status</translation>
    </message>
    <message>
        <source>Group by severity</source>
        <translation>Nach Schwere gruppieren</translation>
    </message>
    <message>
        <source>Group by status</source>
        <translation>Nach Status gruppieren</translation>
    </message>
    <message>
        <source>Group by category</source>
        <translation>Nach Kategorie gruppieren</translation>
    </message>
    <message>
        <source>Group by framework requirement</source>
        <translation>Nach Anforderung eines Regelwerks gruppieren</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Framework requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>Expand all</source>
        <translation>Alles aufklappen</translation>
    </message>
    <message>
        <source>Collapse all</source>
        <translation>Alles zuklappen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show the outcomes of all controls; the words you typed stay</source>
        <translation>Die Ergebnisse aller Kontrollen zeigen; Ihre eingegebenen Wörter bleiben</translation>
    </message>
    <message>
        <source>Find a control</source>
        <translation>Kontrolle suchen</translation>
    </message>
    <message>
        <source>&amp;Group by</source>
        <translation>&amp;Gruppieren nach</translation>
    </message>
</context>
<context>
    <name>pdsi::ControlSummary</name>
    <message>
        <source>No snapshot is open. Open one, or the sample account, from the File menu.</source>
        <translation>Keine Momentaufnahme ist geöffnet. Öffnen Sie eine oder das Beispielkonto über das Menü „Datei“.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Controls with status %1: %2</source>
        <translation>Kontrollen mit Status %1: %2</translation>
    </message>
    <message>
        <source>Show the outcomes with this status</source>
        <translation>Die Ergebnisse mit diesem Status zeigen</translation>
    </message>
</context>
<context>
    <name>pdsi::ControlTree</name>
    <message>
        <source>mapping disputed</source>
        <translation>Zuordnung strittig</translation>
    </message>
    <message>
        <source>specified, not confirmed by review</source>
        <translation>vorgegeben, nicht durch Prüfung bestätigt</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Shows every outcome with this status, also those of controls with a worse one.</source>
        <translation>Zeigt jedes Ergebnis mit diesem Status, auch die von Kontrollen mit einem schlechteren.</translation>
    </message>
    <message>
        <source>The worst status of the controls that speak to this requirement. They are evidence for it, never proof that it is met.</source>
        <translation>Der schlechteste Status der Kontrollen, die diese Anforderung betreffen. Sie sind ein Nachweis zu ihr, nie ein Beweis, dass sie erfüllt ist.</translation>
    </message>
    <message>
        <source>Controls without a requirement that a review upholds, not counted here: %1.</source>
        <translation>Kontrollen ohne eine durch Prüfung bestätigte Anforderung, hier nicht gezählt: %1.</translation>
    </message>
</context>
<context>
    <name>pdsi::ControlTreeModel</name>
    <message>
        <source>%1 - %2</source>
        <translation>%1 - %2</translation>
    </message>
</context>
<context>
    <name>pdsi::Dashboard</name>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Judged</source>
        <translation>Beurteilt</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Kontrollen</translation>
    </message>
    <message>
        <source>Controls by status</source>
        <translation>Kontrollen nach Status</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Shows every outcome with this status, also those of controls with a worse one.</source>
        <translation>Zeigt jedes Ergebnis mit diesem Status, auch die von Kontrollen mit einem schlechteren.</translation>
    </message>
    <message>
        <source>A control is as good as its worst outcome.</source>
        <translation>Eine Kontrolle ist so gut wie ihr schlechtestes Ergebnis.</translation>
    </message>
    <message>
        <source>Findings by severity</source>
        <translation>Befunde nach Schwere</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Waived</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>%1, waived: %2 (findings)</source>
        <translation>%1, ausgenommen: %2 (Befunde)</translation>
    </message>
    <message>
        <source>%1, open: %2 (findings)</source>
        <translation>%1, offen: %2 (Befunde)</translation>
    </message>
    <message>
        <source>No outcome fails.</source>
        <translation>Kein Ergebnis ist ein Verstoß.</translation>
    </message>
    <message>
        <source>%1 open, %2 waived. A waiver accepts a finding for a time; it changes no verdict.</source>
        <translation>%1 offen, %2 ausgenommen. Eine Ausnahme akzeptiert einen Befund auf Zeit; sie ändert kein Urteil.</translation>
    </message>
    <message>
        <source>Controls by framework</source>
        <translation>Kontrollen nach Regelwerk</translation>
    </message>
    <message>
        <source>A control is evidence for the requirements it is mapped to, never proof that they are met.</source>
        <translation>Eine Kontrolle ist ein Nachweis zu den Anforderungen, denen sie zugeordnet ist, nie ein Beweis, dass sie erfüllt sind.</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <source>. Not counted, for want of a reviewed mapping: %1</source>
        <translation>. Mangels geprüfter Zuordnung nicht gezählt: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3 (controls)</source>
        <translation>%1, %2: %3 (Kontrollen)</translation>
    </message>
    <message>
        <source>Could not be determined, and why</source>
        <translation>Was nicht feststellbar war, und warum</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Error while judging</source>
        <translation>Fehler beim Beurteilen</translation>
    </message>
    <message>
        <source>The program failed; nothing is concluded.</source>
        <translation>Das Programm hat versagt; daraus folgt nichts.</translation>
    </message>
    <message>
        <source>%1 Controls concerned: %2.</source>
        <translation>%1 Betroffene Kontrollen: %2.</translation>
    </message>
    <message>
        <source>A person must look</source>
        <translation>Manuell zu prüfen</translation>
    </message>
    <message>
        <source>The API cannot show it; an attestation settles it.</source>
        <translation>Die API kann es nicht zeigen; eine Bescheinigung entscheidet es.</translation>
    </message>
    <message>
        <source>Everything was determined.</source>
        <translation>Alles war feststellbar.</translation>
    </message>
    <message>
        <source>%1 outcomes are neither pass nor fail. What was not read never passes.</source>
        <translation>%1 Ergebnisse sind weder erfüllt noch nicht erfüllt. Was nicht gelesen wurde, gilt nie als erfüllt.</translation>
    </message>
    <message>
        <source>Completeness of the collection</source>
        <translation>Vollständigkeit der Erfassung</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>No control needs them.</source>
        <translation>Keine Kontrolle braucht sie.</translation>
    </message>
    <message>
        <source>Controls that need them: %1.</source>
        <translation>Kontrollen, die sie brauchen: %1.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 of %2 kinds of resource were read completely.</source>
        <translation>%1 von %2 Arten von Ressourcen wurden vollständig gelesen.</translation>
    </message>
</context>
<context>
    <name>pdsi::DashboardPanel</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
    <message>
        <source>The table below it has the same numbers.</source>
        <translation>Die Tabelle darunter hat dieselben Zahlen.</translation>
    </message>
</context>
<context>
    <name>pdsi::DashboardSectionModel</name>
    <message>
        <source>%1, %2: none</source>
        <translation>%1, %2: keine</translation>
    </message>
</context>
<context>
    <name>pdsi::DashboardView</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Print dashboard...</source>
        <translation>Übersicht drucken...</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Export dashboard...</source>
        <translation>Übersicht exportieren...</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Charts of the dashboard</source>
        <translation>Diagramme der Übersicht</translation>
    </message>
    <message>
        <source>No snapshot is open. Open one, or the sample account, from the File menu.</source>
        <translation>Keine Momentaufnahme ist geöffnet. Öffnen Sie eine oder das Beispielkonto über das Menü „Datei“.</translation>
    </message>
    <message>
        <source>Security audit of %1</source>
        <translation>Sicherheitsprüfung von %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>, a made-up sample account</source>
        <translation>, ein erfundenes Beispielkonto</translation>
    </message>
    <message>
        <source>, collection incomplete</source>
        <translation>, Erfassung unvollständig</translation>
    </message>
    <message>
        <source>, the key may not see the whole account</source>
        <translation>, der Schlüssel sieht vielleicht nicht das ganze Konto</translation>
    </message>
    <message>
        <source>Print dashboard</source>
        <translation>Übersicht drucken</translation>
    </message>
    <message>
        <source>Export dashboard</source>
        <translation>Übersicht exportieren</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG-Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>PDF page (*.pdf)</source>
        <translation>PDF-Seite (*.pdf)</translation>
    </message>
    <message>
        <source>A dashboard is exported as .png, .svg or .pdf, not as %1.</source>
        <translation>Eine Übersicht wird als .png, .svg oder .pdf exportiert, nicht als %1.</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Check that the folder is there and that you may write to it.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1. Prüfen Sie, ob der Ordner vorhanden ist und Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>Cannot export the dashboard</source>
        <translation>Die Übersicht lässt sich nicht exportieren</translation>
    </message>
</context>
<context>
    <name>pdsi::DetailView</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of what is selected</source>
        <translation>Einzelheiten zur Auswahl</translation>
    </message>
    <message>
        <source>Places visited</source>
        <translation>Besuchte Stellen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
</context>
<context>
    <name>pdsi::DifferencesModel</name>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Not recomputed</source>
        <translation>Nicht nachgerechnet</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Weicht ab</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Bereitschaftsplan</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>PagerDuty says</source>
        <translation>PagerDuty sagt</translation>
    </message>
    <message>
        <source>Recomputed</source>
        <translation>Nachgerechnet</translation>
    </message>
</context>
<context>
    <name>pdsi::DifferencesPane</name>
    <message>
        <source>Differences between rendered and recomputed schedules</source>
        <translation>Unterschiede zwischen ausgegebenen und nachgerechneten Bereitschaftsplänen</translation>
    </message>
    <message>
        <source>Schedules recomputed</source>
        <translation>Nachgerechnete Bereitschaftspläne</translation>
    </message>
    <message>
        <source>Working out who is on call...</source>
        <translation>Wer in Bereitschaft ist, wird berechnet...</translation>
    </message>
    <message>
        <source>No snapshot is open.</source>
        <translation>Keine Momentaufnahme ist geöffnet.</translation>
    </message>
    <message>
        <source>Recomputing %1 schedules...</source>
        <translation>%1 Bereitschaftspläne werden nachgerechnet...</translation>
    </message>
    <message>
        <source>Of %1 schedules, recomputed from their layers and overrides, %2 agree with what PagerDuty rendered, %3 differ, %4 were not recomputed.</source>
        <translation>Von %1 Bereitschaftsplänen, nachgerechnet aus Ebenen und Vertretungen, stimmen %2 mit dem überein, was PagerDuty ausgab, %3 weichen ab, %4 wurden nicht nachgerechnet.</translation>
    </message>
</context>
<context>
    <name>pdsi::EvidenceModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
</context>
<context>
    <name>pdsi::EvidenceView</name>
    <message>
        <source>Raw evidence</source>
        <translation>Rohnachweise</translation>
    </message>
    <message>
        <source>Facts behind the verdict</source>
        <translation>Fakten hinter dem Urteil</translation>
    </message>
    <message>
        <source>Request and digest</source>
        <translation>Anfrage und Prüfsumme</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Copy pointer</source>
        <translation>Zeiger kopieren</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>SHA-256 kopieren</translation>
    </message>
    <message>
        <source>Save answer...</source>
        <translation>Antwort speichern...</translation>
    </message>
    <message>
        <source>Find in answer</source>
        <translation>In der Antwort suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Nächste Fundstelle</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Nachweise</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>This verdict rests on no stored answer.</source>
        <translation>Dieses Urteil beruht auf keiner gespeicherten Antwort.</translation>
    </message>
    <message>
        <source>This resource is not among what was read.</source>
        <translation>Diese Ressource ist nicht unter dem Gelesenen.</translation>
    </message>
    <message>
        <source>Choose a finding or a resource: the answers of PagerDuty behind it appear here.</source>
        <translation>Wählen Sie einen Befund oder eine Ressource: Hier erscheinen die Antworten von PagerDuty dahinter.</translation>
    </message>
    <message>
        <source>Save the stored answer</source>
        <translation>Die gespeicherte Antwort speichern</translation>
    </message>
    <message>
        <source>Saved to %1, readable by you alone.</source>
        <translation>Nach %1 gespeichert, nur für Sie lesbar.</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>The answer could not be written to %1.</source>
        <translation>Die Antwort konnte nicht nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>Check that the folder is there, that you may write to it and that the disk is not full.</source>
        <translation>Prüfen Sie, ob der Ordner vorhanden ist, Sie dort schreiben dürfen und der Datenträger nicht voll ist.</translation>
    </message>
</context>
<context>
    <name>pdsi::FilterCompiler</name>
    <message>
        <source>There is no word &quot;%1:&quot;. Use %2; text with a colon goes in quotes.</source>
        <translation>Es gibt kein Wort „%1:“. Möglich sind %2; Text mit Doppelpunkt gehört in Anführungszeichen.</translation>
    </message>
    <message>
        <source>&quot;%1:&quot; has no value yet and is not applied: %2.</source>
        <translation>„%1:“ hat noch keinen Wert und wird nicht angewandt: %2.</translation>
    </message>
    <message>
        <source>&quot;%1:%2&quot; could mean %3.</source>
        <translation>„%1:%2“ kann %3 bedeuten.</translation>
    </message>
    <message>
        <source>There is no %1 &quot;%2&quot;: this assessment has none.</source>
        <translation>Für %1 gibt es „%2“ nicht: Diese Beurteilung kennt keine Werte.</translation>
    </message>
    <message>
        <source>There is no %1 &quot;%2&quot;. Use %3.</source>
        <translation>Für %1 gibt es „%2“ nicht. Möglich sind %3.</translation>
    </message>
    <message>
        <source>This assessment is not compared with a baseline.</source>
        <translation>Diese Beurteilung ist mit keinem Vergleichsstand verglichen.</translation>
    </message>
    <message>
        <source>No control of this assessment is mapped to a requirement &quot;%1&quot;.</source>
        <translation>Keine Kontrolle dieser Beurteilung ist einer Anforderung „%1“ zugeordnet.</translation>
    </message>
</context>
<context>
    <name>pdsi::FindingsActions</name>
    <message>
        <source>Search outcomes</source>
        <translation>Ergebnisse suchen</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>What can be searched for</source>
        <translation>Wonach gesucht werden kann</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Sort by the current column</source>
        <translation>Nach der aktuellen Spalte sortieren</translation>
    </message>
    <message>
        <source>Sort by the current column as well</source>
        <translation>Zusätzlich nach der aktuellen Spalte sortieren</translation>
    </message>
    <message>
        <source>Sort worst first</source>
        <translation>Schlechteste zuerst</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy link to PagerDuty</source>
        <translation>Link zu PagerDuty kopieren</translation>
    </message>
    <message>
        <source>Open in PagerDuty</source>
        <translation>In PagerDuty öffnen</translation>
    </message>
    <message>
        <source>Only this control</source>
        <translation>Nur diese Kontrolle</translation>
    </message>
    <message>
        <source>Without this control</source>
        <translation>Ohne diese Kontrolle</translation>
    </message>
    <message>
        <source>Only this resource</source>
        <translation>Nur diese Ressource</translation>
    </message>
    <message>
        <source>Without this resource</source>
        <translation>Ohne diese Ressource</translation>
    </message>
    <message>
        <source>Only this kind of resource</source>
        <translation>Nur diese Art von Ressource</translation>
    </message>
    <message>
        <source>Without this kind of resource</source>
        <translation>Ohne diese Art von Ressource</translation>
    </message>
    <message>
        <source>Only this status</source>
        <translation>Nur dieser Status</translation>
    </message>
    <message>
        <source>Without this status</source>
        <translation>Ohne diesen Status</translation>
    </message>
</context>
<context>
    <name>pdsi::FindingsModel</name>
    <message>
        <source>%1 (approved by %2)</source>
        <translation>%1 (genehmigt von %2)</translation>
    </message>
    <message>
        <source>%1 (stated by %2)</source>
        <translation>%1 (ausgesagt von %2)</translation>
    </message>
</context>
<context>
    <name>pdsi::FindingsTable</name>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Click: sort. Shift+click: sort by this column as well. Right click: choose columns</source>
        <translation>Klick: sortieren. Umschalt+Klick: zusätzlich nach dieser Spalte sortieren. Rechtsklick: Spalten wählen</translation>
    </message>
    <message>
        <source>Sort worst first</source>
        <translation>Schlechteste zuerst</translation>
    </message>
</context>
<context>
    <name>pdsi::FindingsView</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Letzte</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>What can be typed into the search</source>
        <translation>Was in die Suche eingegeben werden kann</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Searching and sorting...</source>
        <translation>Wird gesucht und sortiert...</translation>
    </message>
    <message>
        <source>Reading the outcomes...</source>
        <translation>Die Ergebnisse werden gelesen...</translation>
    </message>
    <message>
        <source>Nothing is open. Open a snapshot, or the sample account, from the File menu.</source>
        <translation>Nichts ist geöffnet. Öffnen Sie eine Momentaufnahme oder das Beispielkonto über das Menü „Datei“.</translation>
    </message>
    <message>
        <source>This assessment has no outcomes.</source>
        <translation>Diese Beurteilung hat keine Ergebnisse.</translation>
    </message>
    <message>
        <source>No outcome matches.</source>
        <translation>Kein Ergebnis passt.</translation>
    </message>
    <message>
        <source>The search cannot be answered as it is typed.</source>
        <translation>Die Suche lässt sich so, wie sie dasteht, nicht beantworten.</translation>
    </message>
    <message>
        <source>All %1 outcomes</source>
        <translation>Alle %1 Ergebnisse</translation>
    </message>
    <message>
        <source>%1 of %2 outcomes</source>
        <translation>%1 von %2 Ergebnissen</translation>
    </message>
    <message>
        <source>, %1 selected</source>
        <translation>, %1 ausgewählt</translation>
    </message>
    <message>
        <source>No search yet</source>
        <translation>Noch keine Suche</translation>
    </message>
</context>
<context>
    <name>pdsi::GapListModel</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Schedule %1</source>
        <translation>Bereitschaftsplan %1</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nobody is on call, or another level must catch it, for at least the minimum gap length.</source>
        <translation>Mindestens für die kürzeste zählende Lücke ist niemand in Bereitschaft, oder eine andere Stufe muss sie auffangen.</translation>
    </message>
    <message>
        <source>Too short, intended, without incidents anyway, or not known.</source>
        <translation>Zu kurz, beabsichtigt, ohnehin ohne Vorfälle oder nicht bekannt.</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>my time</source>
        <translation>meine Zeit</translation>
    </message>
    <message>
        <source>local</source>
        <translation>örtlich</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Schedule or service</source>
        <translation>Plan oder Dienst</translation>
    </message>
    <message>
        <source>Start (%1)</source>
        <translation>Beginn (%1)</translation>
    </message>
    <message>
        <source>End (%1)</source>
        <translation>Ende (%1)</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Covered by</source>
        <translation>Abgedeckt von</translation>
    </message>
    <message>
        <source>Policies affected</source>
        <translation>Betroffene Richtlinien</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
</context>
<context>
    <name>pdsi::GapListView</name>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Parts of the gap list</source>
        <translation>Teile der Lückenliste</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Exported to %1.</source>
        <translation>Nach %1 exportiert.</translation>
    </message>
    <message>
        <source>Not exported. %1</source>
        <translation>Nicht exportiert. %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Export gaps as CSV...</source>
        <translation>Lücken als CSV exportieren...</translation>
    </message>
    <message>
        <source>Filter gaps</source>
        <translation>Lücken filtern</translation>
    </message>
    <message>
        <source>Clear the filter of gaps</source>
        <translation>Filter der Lücken leeren</translation>
    </message>
    <message>
        <source>Show gaps</source>
        <translation>Lücken zeigen</translation>
    </message>
    <message>
        <source>Show people on call</source>
        <translation>Personen in Bereitschaft zeigen</translation>
    </message>
    <message>
        <source>Show differences between rendered and recomputed schedules</source>
        <translation>Unterschiede zwischen ausgegebenen und nachgerechneten Plänen zeigen</translation>
    </message>
    <message>
        <source>Not while a what-if is shown</source>
        <translation>Nicht, solange ein „Was wäre, wenn“ gezeigt wird</translation>
    </message>
    <message>
        <source>Export gaps</source>
        <translation>Lücken exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>pdsi::GapsPane</name>
    <message>
        <source>Kind of gap</source>
        <translation>Art der Lücke</translation>
    </message>
    <message>
        <source>Gaps of schedules or services</source>
        <translation>Lücken der Bereitschaftspläne oder Dienste</translation>
    </message>
    <message>
        <source>Only what &amp;counts</source>
        <translation>Nur &amp;was zählt</translation>
    </message>
    <message>
        <source>Time zone of start and end</source>
        <translation>Zeitzone von Beginn und Ende</translation>
    </message>
    <message>
        <source>Gaps in on-call coverage</source>
        <translation>Lücken in der Bereitschaft</translation>
    </message>
    <message>
        <source>Name, policy or kind</source>
        <translation>Name, Richtlinie oder Art</translation>
    </message>
    <message>
        <source>Filter the gaps by name, policy or kind</source>
        <translation>Die Lücken nach Name, Richtlinie oder Art filtern</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Schedules and services</source>
        <translation>Pläne, Dienste</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Bereitschaftspläne</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Schedule&apos;s time</source>
        <translation>Zeit des Plans</translation>
    </message>
    <message>
        <source>My time</source>
        <translation>Meine Zeit</translation>
    </message>
    <message>
        <source>Working out who is on call...</source>
        <translation>Wer in Bereitschaft ist, wird berechnet...</translation>
    </message>
    <message>
        <source>No snapshot is open.</source>
        <translation>Keine Momentaufnahme ist geöffnet.</translation>
    </message>
    <message>
        <source>%1 listed. %2</source>
        <translation>%1 aufgeführt. %2</translation>
    </message>
    <message>
        <source>No gap passes the filter.</source>
        <translation>Keine Lücke passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>pdsi::GraphAccessible</name>
    <message>
        <source>Press Enter to select.</source>
        <translation>Mit der Eingabetaste auswählen.</translation>
    </message>
</context>
<context>
    <name>pdsi::GraphScopeChooser</name>
    <message>
        <source>What the graph is about</source>
        <translation>Wovon der Graph handelt</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Whole account</source>
        <translation>Ganzes Konto</translation>
    </message>
    <message>
        <source>Which one the graph is about</source>
        <translation>Wovon im Einzelnen der Graph handelt</translation>
    </message>
    <message>
        <source>Type a part of the name</source>
        <translation>Teil des Namens eingeben</translation>
    </message>
</context>
<context>
    <name>pdsi::GraphView</name>
    <message>
        <source>Escalation graph</source>
        <translation>Eskalationsgraph</translation>
    </message>
    <message>
        <source>Left and Right go along the arrows, Up and Down within a column, N and P to what is wrong; Enter selects.</source>
        <translation>Links und Rechts folgen den Pfeilen, Auf und Ab bleiben in der Spalte, N und P springen zu Mängeln; die Eingabetaste wählt aus.</translation>
    </message>
    <message>
        <source>Escalation graph: %1</source>
        <translation>Eskalationsgraph: %1</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>Working out who is on call...</source>
        <translation>Wer in Bereitschaft ist, wird berechnet...</translation>
    </message>
    <message>
        <source>No snapshot is open. Open one, or the sample account, from the File menu.</source>
        <translation>Keine Momentaufnahme ist geöffnet. Öffnen Sie eine oder das Beispielkonto über das Menü „Datei“.</translation>
    </message>
    <message>
        <source>The account has no services, policies or schedules.</source>
        <translation>Das Konto hat keine Dienste, Richtlinien oder Bereitschaftspläne.</translation>
    </message>
    <message>
        <source>No escalation policy leads to %1.</source>
        <translation>Keine Eskalationsrichtlinie führt zu %1.</translation>
    </message>
    <message>
        <source>No service and no escalation policy belongs to %1.</source>
        <translation>Kein Dienst und keine Eskalationsrichtlinie gehört zu %1.</translation>
    </message>
    <message>
        <source>Choose a policy, service, person or team to see where its alerts go.</source>
        <translation>Wählen Sie eine Richtlinie, einen Dienst, eine Person oder ein Team, um zu sehen, wohin die Meldungen gehen.</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>every path that ends at %1</source>
        <translation>jeder Weg, der bei %1 endet</translation>
    </message>
    <message>
        <source>team %1</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>whole account</source>
        <translation>ganzes Konto</translation>
    </message>
    <message>
        <source>On call at %1</source>
        <translation>In Bereitschaft am %1</translation>
    </message>
    <message>
        <source>On call at %1, when the snapshot was taken</source>
        <translation>In Bereitschaft am %1, zur Zeit der Momentaufnahme</translation>
    </message>
    <message>
        <source>Arranging...</source>
        <translation>Wird angeordnet...</translation>
    </message>
    <message>
        <source>Simple arrangement: Graphviz is not installed.</source>
        <translation>Einfache Anordnung: Graphviz ist nicht installiert.</translation>
    </message>
    <message>
        <source>Simple arrangement: Graphviz took too long.</source>
        <translation>Einfache Anordnung: Graphviz brauchte zu lange.</translation>
    </message>
    <message>
        <source>Simple arrangement: Graphviz could not arrange this.</source>
        <translation>Einfache Anordnung: Graphviz konnte dies nicht anordnen.</translation>
    </message>
    <message>
        <source>%1 nodes. Click one, or use the arrow keys, to see more.</source>
        <translation>%1 Knoten. Klicken Sie einen an, oder benutzen Sie die Pfeiltasten, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 gefunden</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
    <message>
        <source>Search the graph</source>
        <translation>Im Graphen suchen</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Export picture...</source>
        <translation>Bild exportieren...</translation>
    </message>
    <message>
        <source>Show the whole account</source>
        <translation>Das ganze Konto zeigen</translation>
    </message>
    <message>
        <source>Whole account</source>
        <translation>Ganzes Konto</translation>
    </message>
    <message>
        <source>Show what is around the selected node</source>
        <translation>Die Umgebung des ausgewählten Knotens zeigen</translation>
    </message>
    <message>
        <source>Fit the graph into the view</source>
        <translation>Den Graphen einpassen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show contact methods</source>
        <translation>Kontaktwege zeigen</translation>
    </message>
    <message>
        <source>Show business services and dependencies</source>
        <translation>Geschäftsdienste und Abhängigkeiten zeigen</translation>
    </message>
    <message>
        <source>Previous thing that is wrong</source>
        <translation>Vorheriger Mangel</translation>
    </message>
    <message>
        <source>Next thing that is wrong</source>
        <translation>Nächster Mangel</translation>
    </message>
    <message>
        <source>Graph tools</source>
        <translation>Werkzeuge des Graphen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More of the graph</source>
        <translation>Mehr zum Graphen</translation>
    </message>
    <message>
        <source>Export the graph</source>
        <translation>Den Graphen exportieren</translation>
    </message>
    <message>
        <source>Vector picture (*.svg);;Picture (*.png);;Page (*.pdf);;Graphviz text (*.dot)</source>
        <translation>Vektorbild (*.svg);;Bild (*.png);;Seite (*.pdf);;Graphviz-Text (*.dot)</translation>
    </message>
    <message>
        <source>The file could not be written: %1. Check that the folder is there and that you may write to it.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1. Prüfen Sie, ob der Ordner vorhanden ist und Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>A graph is exported as .svg, .png, .pdf or .dot, not as %1.</source>
        <translation>Ein Graph wird als .svg, .png, .pdf oder .dot exportiert, nicht als %1.</translation>
    </message>
    <message>
        <source>Cannot export the graph</source>
        <translation>Der Graph lässt sich nicht exportieren</translation>
    </message>
    <message>
        <source>Writing the picture...</source>
        <translation>Das Bild wird geschrieben...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>pdsi::InFlightModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Out for</source>
        <translation>Unterwegs seit</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
</context>
<context>
    <name>pdsi::InventoryKindModel</name>
    <message>
        <source>The key may not see everything: there may be more than the account reports to it.</source>
        <translation>Der Schlüssel sieht vielleicht nicht alles: Es kann mehr geben, als ihm das Konto meldet.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>How many are listed, of how many the account itself says there are, where it says so</source>
        <translation>Wie viele aufgeführt sind, von wie vielen laut dem Konto selbst, wo es das sagt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
</context>
<context>
    <name>pdsi::InventoryModel</name>
    <message>
        <source>waived</source>
        <translation>ausgenommen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
</context>
<context>
    <name>pdsi::InventoryView</name>
    <message>
        <source>Inventory</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Kinds of resources</source>
        <translation>Arten von Ressourcen</translation>
    </message>
    <message>
        <source>Search these resources</source>
        <translation>Diese Ressourcen durchsuchen</translation>
    </message>
    <message>
        <source>Resources of this kind</source>
        <translation>Ressourcen dieser Art</translation>
    </message>
    <message>
        <source>Show its findings</source>
        <translation>Ihre Befunde zeigen</translation>
    </message>
    <message>
        <source>Open in PagerDuty</source>
        <translation>In PagerDuty öffnen</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Search the inventory</source>
        <translation>Bestand durchsuchen</translation>
    </message>
    <message>
        <source>Nothing is open: what was collected will be listed here.</source>
        <translation>Nichts ist geöffnet: Hier wird das Erfasste aufgeführt.</translation>
    </message>
    <message>
        <source>%1 listed</source>
        <translation>%1 aufgeführt</translation>
    </message>
    <message>
        <source>%1 of %2 match</source>
        <translation>%1 von %2 passen</translation>
    </message>
</context>
<context>
    <name>pdsi::JsonHighlighting</name>
    <message>
        <source>KDE Syntax Highlighting %1, as a library</source>
        <translation>KDE Syntax Highlighting %1, als Bibliothek</translation>
    </message>
    <message>
        <source>none: KDE Syntax Highlighting is not installed, raw answers are plain text</source>
        <translation>nichts: KDE Syntax Highlighting ist nicht installiert, Rohantworten sind einfacher Text</translation>
    </message>
    <message>
        <source>KDE Syntax Highlighting, by its program %1</source>
        <translation>KDE Syntax Highlighting, durch sein Programm %1</translation>
    </message>
</context>
<context>
    <name>pdsi::MainWindow</name>
    <message>
        <source>Snapshot archives (*.pdsnap)</source>
        <translation>Archive von Momentaufnahmen (*.pdsnap)</translation>
    </message>
    <message>
        <source>Opening %1...</source>
        <translation>%1 wird geöffnet...</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Open snapshot</source>
        <translation>Momentaufnahme öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save snapshot archive</source>
        <translation>Archiv der Momentaufnahme speichern</translation>
    </message>
    <message>
        <source>The snapshot was saved as %1.</source>
        <translation>Die Momentaufnahme wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>What was open before stays open.</source>
        <translation>Was zuvor geöffnet war, bleibt geöffnet.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>%1 - %2</source>
        <translation>%1 - %2</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>Sample account</source>
        <translation>Beispielkonto</translation>
    </message>
    <message>
        <source>collection incomplete: see the Collection view</source>
        <translation>Erfassung unvollständig: siehe die Ansicht „Erfassung“</translation>
    </message>
    <message>
        <source>the key may not see everything</source>
        <translation>der Schlüssel sieht vielleicht nicht alles</translation>
    </message>
    <message>
        <source>The workbench did not close properly last time. Nothing that was collected is lost.</source>
        <translation>Das Programm wurde zuletzt nicht ordentlich beendet. Nichts Erfasstes ist verloren.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Keeping what was collected...</source>
        <translation>Das Erfasste wird aufbewahrt...</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Collect...</source>
        <translation>&amp;Erfassen...</translation>
    </message>
    <message>
        <source>Co&amp;nnections...</source>
        <translation>&amp;Verbindungen...</translation>
    </message>
    <message>
        <source>&amp;Open snapshot...</source>
        <translation>Momentaufnahme ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Open &amp;sample account</source>
        <translation>Beispiel&amp;konto öffnen</translation>
    </message>
    <message>
        <source>&amp;Recent snapshots</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Save snapshot &amp;as...</source>
        <translation>Momentaufnahme &amp;speichern unter...</translation>
    </message>
    <message>
        <source>&amp;Export report...</source>
        <translation>Bericht e&amp;xportieren...</translation>
    </message>
    <message>
        <source>&amp;Verify evidence bundle...</source>
        <translation>&amp;Nachweispaket prüfen...</translation>
    </message>
    <message>
        <source>C&amp;lose snapshot</source>
        <translation>Momentaufnahme s&amp;chließen</translation>
    </message>
    <message>
        <source>Se&amp;ttings...</source>
        <translation>Einste&amp;llungen...</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>&amp;Normale Größe</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Restore default layout</source>
        <translation>&amp;Standardanordnung wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vor</translation>
    </message>
    <message>
        <source>&amp;Search findings</source>
        <translation>Befunde &amp;suchen</translation>
    </message>
    <message>
        <source>All open &amp;findings</source>
        <translation>Alle offenen &amp;Befunde</translation>
    </message>
    <message>
        <source>Escalation &amp;graph</source>
        <translation>&amp;Eskalationsgraph</translation>
    </message>
    <message>
        <source>What could &amp;not be determined</source>
        <translation>Was &amp;nicht feststellbar war</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Command palette...</source>
        <translation>&amp;Befehlspalette...</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts...</source>
        <translation>&amp;Tastenkürzel...</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
    <message>
        <source>Verify evidence bundle</source>
        <translation>Nachweispaket prüfen</translation>
    </message>
    <message>
        <source>Evidence bundles (*.zip)</source>
        <translation>Nachweispakete (*.zip)</translation>
    </message>
</context>
<context>
    <name>pdsi::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>pdsi::NetworkForm</name>
    <message>
        <source>As the system says</source>
        <translation>Wie das System sagt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>HTTP proxy</source>
        <translation>HTTP-Proxy</translation>
    </message>
    <message>
        <source>SOCKS 5 proxy</source>
        <translation>SOCKS-5-Proxy</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none: the system&apos;s certificates alone</source>
        <translation>keine: nur die Zertifikate des Systems</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Choose the CA file</source>
        <translation>CA-Datei wählen</translation>
    </message>
    <message>
        <source>The proxy is used for the API and for the identity service, never for this machine itself. The CA file (PEM) is trusted in addition to the system&apos;s certificates, for this connection only.</source>
        <translation>Der Proxy wird für die API und den Identitätsdienst benutzt, nie für diesen Rechner selbst. Der CA-Datei (PEM) wird zusätzlich zu den Zertifikaten des Systems vertraut, nur für diese Verbindung.</translation>
    </message>
    <message>
        <source>&amp;Proxy:</source>
        <translation>&amp;Proxy:</translation>
    </message>
    <message>
        <source>&amp;Host:</source>
        <translation>&amp;Host:</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Pass&amp;wort:</translation>
    </message>
    <message>
        <source>CA file:</source>
        <translation>CA-Datei:</translation>
    </message>
    <message>
        <source>as kept before; type to replace it</source>
        <translation>wie zuvor aufbewahrt; zum Ersetzen eingeben</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>pdsi::OffHoursDialog</name>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Intended off-hours</source>
        <translation>Beabsichtigte Ruhezeit</translation>
    </message>
    <message>
        <source>When %1 has nobody on call on purpose, by the clocks of %2. Gaps in these hours are shown but not counted.</source>
        <translation>Wann für %1 mit Absicht niemand in Bereitschaft ist, nach den Uhren von %2. Lücken in diesen Stunden werden gezeigt, aber nicht gezählt.</translation>
    </message>
    <message>
        <source>Weekly off-hours</source>
        <translation>Wöchentliche Ruhezeiten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>pdsi::PagingView</name>
    <message>
        <source>Who would be paged</source>
        <translation>Wer würde alarmiert</translation>
    </message>
    <message>
        <source>Service that gets the incident</source>
        <translation>Dienst, der den Vorfall bekommt</translation>
    </message>
    <message>
        <source>Time of the incident</source>
        <translation>Zeit des Vorfalls</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Who would be paged, level by level</source>
        <translation>Wer würde alarmiert, Stufe für Stufe</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Dienst</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorheriger Wechsel</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächster Wechsel</translation>
    </message>
    <message>
        <source>Go to the time of the snapshot</source>
        <translation>Zur Zeit der Momentaufnahme gehen</translation>
    </message>
    <message>
        <source>Copy the paging path as text</source>
        <translation>Den Alarmierungsweg als Text kopieren</translation>
    </message>
    <message>
        <source>Go to the previous change of who is on call</source>
        <translation>Zum vorherigen Wechsel der Bereitschaft gehen</translation>
    </message>
    <message>
        <source>Go to the next change of who is on call</source>
        <translation>Zum nächsten Wechsel der Bereitschaft gehen</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>My time</source>
        <translation>Meine Zeit</translation>
    </message>
    <message>
        <source>The zone of the service&apos;s first schedule</source>
        <translation>Die Zeitzone des ersten Bereitschaftsplans des Dienstes</translation>
    </message>
    <message>
        <source>Working out who is on call...</source>
        <translation>Wer in Bereitschaft ist, wird berechnet...</translation>
    </message>
    <message>
        <source>No snapshot is open.</source>
        <translation>Keine Momentaufnahme ist geöffnet.</translation>
    </message>
    <message>
        <source>No services were read.</source>
        <translation>Es wurden keine Dienste gelesen.</translation>
    </message>
</context>
<context>
    <name>pdsi::ParameterForm</name>
    <message>
        <source>Schedules ahead</source>
        <translation>Bereitschaftspläne voraus</translation>
    </message>
    <message>
        <source>How far schedules are rendered and must be covered</source>
        <translation>Wie weit Bereitschaftspläne ausgegeben werden und abgedeckt sein müssen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Incidents back</source>
        <translation>Vorfälle zurück</translation>
    </message>
    <message>
        <source>How far back incidents are looked at</source>
        <translation>Wie weit zurück Vorfälle betrachtet werden</translation>
    </message>
    <message>
        <source>Change events back</source>
        <translation>Änderungsereignisse zurück</translation>
    </message>
    <message>
        <source>How far back change events are looked at</source>
        <translation>Wie weit zurück Änderungsereignisse betrachtet werden</translation>
    </message>
    <message>
        <source>Audit records kept</source>
        <translation>Aufbewahrung der Audit-Einträge</translation>
    </message>
    <message>
        <source>How long audit records must be kept</source>
        <translation>Wie lange Audit-Einträge aufbewahrt werden müssen</translation>
    </message>
    <message>
        <source>Oldest API key</source>
        <translation>Ältester API-Schlüssel</translation>
    </message>
    <message>
        <source>After how long an API key must have been replaced</source>
        <translation>Nach welcher Zeit ein API-Schlüssel ersetzt sein muss</translation>
    </message>
    <message>
        <source>Dependencies</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>Whose dependencies are asked for</source>
        <translation>Wessen Abhängigkeiten abgefragt werden</translation>
    </message>
    <message>
        <source>Owners and admins always fine</source>
        <translation>Owner und Admins stets zulässig</translation>
    </message>
    <message>
        <source>So many people with full rights are never too many</source>
        <translation>So viele Personen mit vollen Rechten sind nie zu viele</translation>
    </message>
    <message>
        <source> people</source>
        <translation> Personen</translation>
    </message>
    <message>
        <source>Owners and admins at most</source>
        <translation>Owner und Admins höchstens</translation>
    </message>
    <message>
        <source>Share of all users, rounded up</source>
        <translation>Anteil an allen Benutzern, aufgerundet</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Shortest gap that counts</source>
        <translation>Kürzeste Lücke, die zählt</translation>
    </message>
    <message>
        <source>Shorter gaps in a schedule are no findings</source>
        <translation>Kürzere Lücken in einem Bereitschaftsplan sind keine Befunde</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Participants at least</source>
        <translation>Teilnehmer mindestens</translation>
    </message>
    <message>
        <source>Different people in a schedule</source>
        <translation>Verschiedene Personen in einem Bereitschaftsplan</translation>
    </message>
    <message>
        <source>Services for urgency variety</source>
        <translation>Dienste für verschiedene Dringlichkeiten</translation>
    </message>
    <message>
        <source>With fewer services, different urgencies are not expected</source>
        <translation>Bei weniger Diensten werden keine verschiedenen Dringlichkeiten erwartet</translation>
    </message>
    <message>
        <source> services</source>
        <translation> Dienste</translation>
    </message>
    <message>
        <source>Critical services</source>
        <translation>Kritische Dienste</translation>
    </message>
    <message>
        <source>Ids and name patterns (* and ?), comma separated; supports-business-service; empty: by urgency</source>
        <translation>IDs und Namensmuster (* und ?), durch Kommas getrennt; supports-business-service; leer: nach Dringlichkeit</translation>
    </message>
    <message>
        <source>What is collected</source>
        <translation>Was erfasst wird</translation>
    </message>
    <message>
        <source>How it is judged</source>
        <translation>Wie beurteilt wird</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>Voreinstellungen wiederherstellen</translation>
    </message>
    <message>
        <source>default: %1</source>
        <translation>Voreinstellung: %1</translation>
    </message>
    <message>
        <source>of all services</source>
        <translation>aller Dienste</translation>
    </message>
    <message>
        <source>of business services only</source>
        <translation>nur der Geschäftsdienste</translation>
    </message>
    <message>
        <source>by urgency</source>
        <translation>nach Dringlichkeit</translation>
    </message>
</context>
<context>
    <name>pdsi::PathWriter</name>
    <message>
        <source>Again, pass %1 of %2</source>
        <translation>Erneut, Durchgang %1 von %2</translation>
    </message>
    <message>
        <source>Level %1, %2</source>
        <translation>Stufe %1, %2</translation>
    </message>
    <message>
        <source>skipped, nobody is on call.</source>
        <translation>übergangen, niemand ist in Bereitschaft.</translation>
    </message>
    <message>
        <source>as before.</source>
        <translation>wie zuvor.</translation>
    </message>
    <message>
        <source>, as before.</source>
        <translation>, wie zuvor.</translation>
    </message>
    <message>
        <source>Nobody is on call: skipped, the next level is told at once.</source>
        <translation>Niemand ist in Bereitschaft: übergangen, die nächste Stufe wird sofort benachrichtigt.</translation>
    </message>
    <message>
        <source>Whether anybody is on call is not certain: it could not be read completely.</source>
        <translation>Ob jemand in Bereitschaft ist, ist nicht sicher: Es war nicht vollständig lesbar.</translation>
    </message>
    <message>
        <source>Round robin: only one of these is told, in turn.</source>
        <translation>Reihum: Nur einer von diesen wird benachrichtigt, abwechselnd.</translation>
    </message>
    <message>
        <source>, named directly</source>
        <translation>, direkt genannt</translation>
    </message>
    <message>
        <source>, on call on </source>
        <translation>, in Bereitschaft laut </translation>
    </message>
    <message>
        <source>Not certain that this user exists: the list of users is not complete.</source>
        <translation>Nicht sicher, ob es diesen Benutzer gibt: Die Liste der Benutzer ist nicht vollständig.</translation>
    </message>
    <message>
        <source>Contact methods or notification rules could not be read.</source>
        <translation>Kontaktwege oder Benachrichtigungsregeln waren nicht lesbar.</translation>
    </message>
    <message>
        <source>No notification rule for this urgency: nothing is sent.</source>
        <translation>Keine Benachrichtigungsregel für diese Dringlichkeit: Es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing reaches this person on this level.</source>
        <translation>Nichts erreicht diese Person auf dieser Stufe.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 &quot;%2&quot;</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source> - nothing is sent</source>
        <translation> - nichts wird gesendet</translation>
    </message>
    <message>
        <source> - not usable: switched off or blocked</source>
        <translation> - nicht benutzbar: ausgeschaltet oder gesperrt</translation>
    </message>
    <message>
        <source> - too late: escalated before</source>
        <translation> - zu spät: vorher eskaliert</translation>
    </message>
    <message>
        <source> - usable</source>
        <translation> - benutzbar</translation>
    </message>
    <message>
        <source> - usable, but only a mailbox</source>
        <translation> - benutzbar, aber nur ein Postfach</translation>
    </message>
    <message>
        <source>Nobody acknowledges: </source>
        <translation>Niemand quittiert: </translation>
    </message>
    <message>
        <source>the incident stays here.</source>
        <translation>Der Vorfall bleibt hier.</translation>
    </message>
    <message>
        <source>%1 it begins again with level %2.</source>
        <translation>%1 beginnt es erneut mit Stufe %2.</translation>
    </message>
    <message>
        <source>%1 it escalates to level %2.</source>
        <translation>%1 eskaliert es zu Stufe %2.</translation>
    </message>
</context>
<context>
    <name>pdsi::PeopleLoadModel</name>
    <message>
        <source>Direct only</source>
        <translation>Nur direkt</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Services that lose cover without this person</source>
        <translation>Dienste, die ohne diese Person nicht mehr abgedeckt sind</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Time on call on at least one schedule</source>
        <translation>Zeit in Bereitschaft nach mindestens einem Bereitschaftsplan</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>In Bereitschaft</translation>
    </message>
    <message>
        <source>Stretches on call without a break, summed over schedules</source>
        <translation>Bereitschaftsabschnitte ohne Pause, über Bereitschaftspläne summiert</translation>
    </message>
    <message>
        <source>Shifts</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Schedules on which this person is on call</source>
        <translation>Bereitschaftspläne, in denen diese Person in Bereitschaft ist</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Bereitschaftspläne</translation>
    </message>
    <message>
        <source>Time on call on two schedules at once</source>
        <translation>Zeit in Bereitschaft nach zwei Bereitschaftsplänen zugleich</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Überlappungen</translation>
    </message>
</context>
<context>
    <name>pdsi::PeoplePane</name>
    <message>
        <source>People on call</source>
        <translation>Personen in Bereitschaft</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>Name einer Person</translation>
    </message>
    <message>
        <source>Filter the people by name</source>
        <translation>Die Personen nach Namen filtern</translation>
    </message>
    <message>
        <source>Time on call of the selected person</source>
        <translation>Bereitschaftszeit der ausgewählten Person</translation>
    </message>
    <message>
        <source>Working out who is on call...</source>
        <translation>Wer in Bereitschaft ist, wird berechnet...</translation>
    </message>
    <message>
        <source>No snapshot is open.</source>
        <translation>Keine Momentaufnahme ist geöffnet.</translation>
    </message>
    <message>
        <source>Nobody is known to be on call within the window.</source>
        <translation>Im Zeitraum ist von niemandem bekannt, dass er in Bereitschaft ist.</translation>
    </message>
    <message>
        <source>Choose a person to see what the account loses when this person is away, and overlaps.</source>
        <translation>Wählen Sie eine Person, um zu sehen, was dem Konto fehlt, wenn sie abwesend ist, und ihre Überlappungen.</translation>
    </message>
</context>
<context>
    <name>pdsi::PersonWriter</name>
    <message>
        <source>, on no schedule within the window</source>
        <translation>, im Zeitraum in keinem Bereitschaftsplan</translation>
    </message>
    <message>
        <source>, on call for %1 of %2</source>
        <translation>, in Bereitschaft für %1 von %2</translation>
    </message>
    <message>
        <source>, in 1 shift</source>
        <translation>, in 1 Schicht</translation>
    </message>
    <message>
        <source>, in %1 shifts</source>
        <translation>, in %1 Schichten</translation>
    </message>
    <message>
        <source>Not certain that this user exists: the list of users is not complete.</source>
        <translation>Nicht sicher, ob es diesen Benutzer gibt: Die Liste der Benutzer ist nicht vollständig.</translation>
    </message>
    <message>
        <source>Away in this what-if: nobody is told.</source>
        <translation>In dieser Annahme abwesend: Niemand wird benachrichtigt.</translation>
    </message>
    <message>
        <source>There is no such user: nobody is told.</source>
        <translation>Es gibt keinen solchen Benutzer: Niemand wird benachrichtigt.</translation>
    </message>
    <message>
        <source>If this person is away</source>
        <translation>Wenn diese Person abwesend ist</translation>
    </message>
    <message>
        <source>No active service is known to lose cover.</source>
        <translation>Von keinem aktiven Dienst ist bekannt, dass er dann nicht abgedeckt wäre.</translation>
    </message>
    <message>
        <source>1 service loses cover: nobody else is on call on any level.</source>
        <translation>1 Dienst ist dann nicht abgedeckt: Auf keiner Stufe ist sonst jemand in Bereitschaft.</translation>
    </message>
    <message>
        <source>%1 services lose cover: nobody else is on call on any level.</source>
        <translation>%1 Dienste sind dann nicht abgedeckt: Auf keiner Stufe ist sonst jemand in Bereitschaft.</translation>
    </message>
    <message>
        <source>Policy </source>
        <translation>Richtlinie </translation>
    </message>
    <message>
        <source>: alone for %1, first from </source>
        <translation>: allein für %1, zuerst ab </translation>
    </message>
    <message>
        <source> and %1 more</source>
        <translation> und %1 weitere</translation>
    </message>
    <message>
        <source>On two schedules at once</source>
        <translation>In zwei Bereitschaftsplänen zugleich</translation>
    </message>
    <message>
        <source>Never within the window.</source>
        <translation>Im Zeitraum nie.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source> for %1: </source>
        <translation> für %1: </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Nowhere within the window.</source>
        <translation>Im Zeitraum nirgends.</translation>
    </message>
    <message>
        <source>Schedule </source>
        <translation>Bereitschaftsplan </translation>
    </message>
    <message>
        <source>Named directly by policy </source>
        <translation>Direkt genannt von Richtlinie </translation>
    </message>
</context>
<context>
    <name>pdsi::RateLimitGauge</name>
    <message>
        <source>Rate limit</source>
        <translation>Anfragelimit</translation>
    </message>
</context>
<context>
    <name>pdsi::ReportDialog</name>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Progress of writing</source>
        <translation>Fortschritt beim Schreiben</translation>
    </message>
    <message>
        <source>&amp;Write report...</source>
        <translation>Bericht &amp;schreiben...</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>&amp;Keep as...</source>
        <translation>Be&amp;halten als...</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rück&amp;gängig</translation>
    </message>
    <message>
        <source>Takes back the last change of the presets.</source>
        <translation>Nimmt die letzte Änderung der Vorlagen zurück.</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>Keep as preset</source>
        <translation>Als Vorlage behalten</translation>
    </message>
    <message>
        <source>Name of the preset (one of yours with this name is replaced):</source>
        <translation>Name der Vorlage (eine eigene mit diesem Namen wird ersetzt):</translation>
    </message>
    <message>
        <source>The preset was not kept: it needs a name that no built-in preset has.</source>
        <translation>Die Vorlage wurde nicht behalten: Sie braucht einen Namen, den keine mitgelieferte Vorlage hat.</translation>
    </message>
    <message>
        <source>Asking the keychain for the key...</source>
        <translation>Der Schlüsselbund wird nach dem Schlüssel gefragt...</translation>
    </message>
    <message>
        <source>The keychain gives no key to sign with (%1). Unlock it and try again, or write the bundle without a signature.</source>
        <translation>Der Schlüsselbund gibt keinen Schlüssel zum Signieren heraus (%1). Entsperren Sie ihn, und versuchen Sie es erneut, oder schreiben Sie das Paket ohne Signatur.</translation>
    </message>
    <message>
        <source>Writing %1...</source>
        <translation>%1 wird geschrieben...</translation>
    </message>
    <message>
        <source>The report was written to %1, and who is who to %2. Keep that one apart.</source>
        <translation>Der Bericht wurde nach %1 geschrieben, und wer wer ist nach %2. Bewahren Sie Letzteres getrennt auf.</translation>
    </message>
    <message>
        <source>The report was written to %1. Only you can read the file.</source>
        <translation>Der Bericht wurde nach %1 geschrieben. Nur Sie können die Datei lesen.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Cancelling...</source>
        <translation>Wird abgebrochen...</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Write bundle...</source>
        <translation>Paket &amp;schreiben...</translation>
    </message>
    <message>
        <source>The bundle is written. Asking %1 for a time stamp...</source>
        <translation>Das Paket ist geschrieben. Zeitstempel von %1 wird geholt...</translation>
    </message>
    <message>
        <source>Time stamp: %1</source>
        <translation>Zeitstempel: %1</translation>
    </message>
    <message>
        <source>The bundle is written and complete, but it has no time stamp, so nobody else vouches for when it was made. %1</source>
        <translation>Das Paket ist geschrieben und vollständig, hat aber keinen Zeitstempel; niemand sonst bürgt also dafür, wann es erstellt wurde. %1</translation>
    </message>
    <message>
        <source>It has no time stamp.</source>
        <translation>Es hat keinen Zeitstempel.</translation>
    </message>
</context>
<context>
    <name>pdsi::ReportForm</name>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Controls in order of</source>
        <translation>Kontrollen geordnet nach</translation>
    </message>
    <message>
        <source>Framework</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <source>Severity at least</source>
        <translation>Schwere mindestens</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Only what the search lets through</source>
        <translation>Nur was die Suche durchlässt</translation>
    </message>
    <message>
        <source>People under pseudonyms</source>
        <translation>Personen unter Pseudonymen</translation>
    </message>
    <message>
        <source>Draw a sample of</source>
        <translation>Stichprobe ziehen von</translation>
    </message>
    <message>
        <source>Draw a sample of the findings</source>
        <translation>Eine Stichprobe der Befunde ziehen</translation>
    </message>
    <message>
        <source>Attach JSON report and request log</source>
        <translation>JSON-Bericht und Anfrageprotokoll anhängen</translation>
    </message>
    <message>
        <source>Sign with my key from the keychain</source>
        <translation>Mit meinem Schlüssel aus dem Schlüsselbund signieren</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Seed of the sample</source>
        <translation>Startwert der Stichprobe</translation>
    </message>
    <message>
        <source>Password to open the PDF</source>
        <translation>Passwort zum Öffnen des PDF</translation>
    </message>
    <message>
        <source>Findings in the sample</source>
        <translation>Befunde in der Stichprobe</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>All frameworks</source>
        <translation>Alle Regelwerke</translation>
    </message>
    <message>
        <source>The findings table is filtered by: %1</source>
        <translation>Die Befundtabelle ist gefiltert nach: %1</translation>
    </message>
    <message>
        <source>The findings table is not filtered.</source>
        <translation>Die Befundtabelle ist nicht gefiltert.</translation>
    </message>
    <message>
        <source>Executive: summary and controls</source>
        <translation>Leitung: Zusammenfassung und Kontrollen</translation>
    </message>
    <message>
        <source>Manager: with findings and coverage</source>
        <translation>Management: mit Befunden und Abdeckung</translation>
    </message>
    <message>
        <source>Auditor: with all evidence</source>
        <translation>Prüfer: mit allen Nachweisen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Framework requirement</source>
        <translation>Anforderung</translation>
    </message>
    <message>
        <source>&amp;Depth</source>
        <translation>&amp;Tiefe</translation>
    </message>
    <message>
        <source>&amp;Controls in order of</source>
        <translation>&amp;Kontrollen geordnet nach</translation>
    </message>
    <message>
        <source>F&amp;ramework</source>
        <translation>&amp;Regelwerk</translation>
    </message>
    <message>
        <source>Low (all findings)</source>
        <translation>Niedrig (alle Befunde)</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>&amp;Severity at least</source>
        <translation>Schwere &amp;mindestens</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Names become stable pseudonyms, e-mail addresses and phone numbers are masked. PagerDuty&apos;s ids stay.</source>
        <translation>Namen werden zu festen Pseudonymen, E-Mail-Adressen und Telefonnummern werden unkenntlich gemacht. Die IDs von PagerDuty bleiben.</translation>
    </message>
    <message>
        <source>&amp;Made by</source>
        <translation>Erstellt v&amp;on</translation>
    </message>
    <message>
        <source> findings</source>
        <translation> Befunden</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>St&amp;artwert</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Papier</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Pass&amp;wort</translation>
    </message>
    <message>
        <source>The key is made when it is first needed and never leaves the keychain.</source>
        <translation>Der Schlüssel entsteht, wenn er zuerst gebraucht wird, und verlässt den Schlüsselbund nie.</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>Time stamp (the settings name no server)</source>
        <translation>Zeitstempel (die Einstellungen nennen keinen Server)</translation>
    </message>
    <message>
        <source>Time stamp by %1</source>
        <translation>Zeitstempel von %1</translation>
    </message>
    <message>
        <source>The server signs that the bundle existed at this time. It is sent a SHA-256 digest and nothing of the account.</source>
        <translation>Der Server signiert, dass es das Paket zu dieser Zeit gab. Er bekommt eine SHA-256-Prüfsumme und nichts vom Konto.</translation>
    </message>
</context>
<context>
    <name>pdsi::ReportPreview</name>
    <message>
        <source>Preview of the page</source>
        <translation>Vorschau der Seite</translation>
    </message>
    <message>
        <source>Beginning of the file</source>
        <translation>Anfang der Datei</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>Vorherige Seite</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Nächste Seite</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Laying out the pages...</source>
        <translation>Die Seiten werden gesetzt...</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
</context>
<context>
    <name>pdsi::RequestLogModel</name>
    <message>
        <source>%1, read again</source>
        <translation>%1, erneut gelesen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path and query</source>
        <translation>Pfad und Abfrage</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Sent (UTC)</source>
        <translation>Gesendet (UTC)</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Server&apos;s id</source>
        <translation>Kennung des Servers</translation>
    </message>
</context>
<context>
    <name>pdsi::RequestLogPanel</name>
    <message>
        <source>Filter, e.g. class:users status:4xx</source>
        <translation>Filter, z. B. class:users status:4xx</translation>
    </message>
    <message>
        <source>Words to look for. class:, status: (404, 4xx, none), result:, method: and id: look at one column; a minus in front leaves out.</source>
        <translation>Gesuchte Wörter. class:, status: (404, 4xx, none), result:, method: und id: sehen in einer Spalte nach; ein Minus davor schließt aus.</translation>
    </message>
    <message>
        <source>Filter of the request log</source>
        <translation>Filter des Anfrageprotokolls</translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>Anfrageprotokoll</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>pdsi::ScoreWords</name>
    <message>
        <source>Score %1 %</source>
        <translation>Wertung %1 %</translation>
    </message>
    <message>
        <source>No score</source>
        <translation>Keine Wertung</translation>
    </message>
    <message>
        <source>%1 of %2 judged controls pass, weighted critical 10, high 5, medium 3, low 1.</source>
        <translation>%1 von %2 beurteilten Kontrollen erfüllt, gewichtet kritisch 10, hoch 5, mittel 3, niedrig 1.</translation>
    </message>
    <message>
        <source>No control passed or failed.</source>
        <translation>Keine Kontrolle ist erfüllt oder nicht erfüllt.</translation>
    </message>
    <message>
        <source>Left out: %1.</source>
        <translation>Ausgelassen: %1.</translation>
    </message>
    <message>
        <source>The key may not see the whole account.</source>
        <translation>Der Schlüssel sieht vielleicht nicht das ganze Konto.</translation>
    </message>
</context>
<context>
    <name>pdsi::SearchField</name>
    <message>
        <source>Search, e.g. status:fail severity:high kind:schedule</source>
        <translation>Suche, z. B. status:fail severity:high kind:schedule</translation>
    </message>
    <message>
        <source>Search outcomes</source>
        <translation>Ergebnisse suchen</translation>
    </message>
</context>
<context>
    <name>pdsi::SearchHelp</name>
    <message>
        <source>both words in the name, id, message or control</source>
        <translation>beide Wörter in Name, ID, Meldung oder Kontrolle</translation>
    </message>
    <message>
        <source>these words side by side</source>
        <translation>diese Wörter nebeneinander</translation>
    </message>
    <message>
        <source>either of them</source>
        <translation>eines von beiden</translation>
    </message>
    <message>
        <source>all but these</source>
        <translation>alle außer diesen</translation>
    </message>
    <message>
        <source>Words that narrow the search</source>
        <translation>Wörter, die die Suche einengen</translation>
    </message>
    <message>
        <source>All of them must hold</source>
        <translation>Alle müssen zutreffen</translation>
    </message>
    <message>
        <source>What can be typed into the search</source>
        <translation>Was in die Suche eingegeben werden kann</translation>
    </message>
</context>
<context>
    <name>pdsi::SecretKeeping</name>
    <message>
        <source>Look agai&amp;n</source>
        <translation>Erneut nac&amp;hsehen</translation>
    </message>
    <message>
        <source>In the keychain</source>
        <translation>Im Schlüsselbund</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>Look whether the keychain can be used now</source>
        <translation>Nachsehen, ob der Schlüsselbund jetzt benutzbar ist</translation>
    </message>
    <message>
        <source>Keep secrets &amp;in:</source>
        <translation>Geheimnisse au&amp;fbewahren:</translation>
    </message>
</context>
<context>
    <name>pdsi::ServiceChooser</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Part of a service&apos;s name</source>
        <translation>Teil des Namens eines Dienstes</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>pdsi::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Animate charts</source>
        <translation>Diagramme animieren</translation>
    </message>
    <message>
        <source>Colours:</source>
        <translation>Farben:</translation>
    </message>
    <message>
        <source>Text size:</source>
        <translation>Textgröße:</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Open the last snapshot again at start</source>
        <translation>Beim Start die letzte Momentaufnahme wieder öffnen</translation>
    </message>
    <message>
        <source>Forget recent snapshots</source>
        <translation>Zuletzt Geöffnetes vergessen</translation>
    </message>
    <message>
        <source>Empties the list in the File menu. No snapshot is deleted.</source>
        <translation>Leert die Liste im Menü „Datei“. Keine Momentaufnahme wird gelöscht.</translation>
    </message>
    <message>
        <source>Open the last snapshot</source>
        <translation>Die letzte Momentaufnahme öffnen</translation>
    </message>
    <message>
        <source>Takes effect at the next start. Reports are always in English.</source>
        <translation>Gilt ab dem nächsten Start. Berichte sind immer auf Englisch.</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>Zeitstempel</translation>
    </message>
</context>
<context>
    <name>pdsi::ShortcutsPage</name>
    <message>
        <source>Shortcut of &quot;%1&quot;</source>
        <translation>Tastenkürzel von „%1“</translation>
    </message>
    <message>
        <source>Use default</source>
        <translation>Voreinstellung benutzen</translation>
    </message>
    <message>
        <source>No shortcut</source>
        <translation>Kein Tastenkürzel</translation>
    </message>
    <message>
        <source>Actions and their shortcuts</source>
        <translation>Aktionen und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys of the selected action</source>
        <translation>Tasten der ausgewählten Aktion</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Keys:</source>
        <translation>&amp;Tasten:</translation>
    </message>
    <message>
        <source>%1 already belongs to &quot;%2&quot;. Give that action other keys first, or choose different ones here.</source>
        <translation>%1 gehört schon zu „%2“. Geben Sie jener Aktion zuerst andere Tasten, oder wählen Sie hier andere.</translation>
    </message>
    <message>
        <source>Reset all shortcuts</source>
        <translation>Alle Tastenkürzel zurücksetzen</translation>
    </message>
</context>
<context>
    <name>pdsi::SignInForm</name>
    <message>
        <source>With an API key</source>
        <translation>Mit einem API-Schlüssel</translation>
    </message>
    <message>
        <source>With the browser (OAuth 2.0)</source>
        <translation>Im Browser (OAuth 2.0)</translation>
    </message>
    <message>
        <source>S&amp;ign in:</source>
        <translation>An&amp;meldung:</translation>
    </message>
    <message>
        <source>API &amp;key:</source>
        <translation>A&amp;PI-Schlüssel:</translation>
    </message>
    <message>
        <source>Best is an account key marked read-only (Integrations &gt; API Access Keys): it sees everything and can change nothing. A user&apos;s own key sees what that user may see.</source>
        <translation>Am besten ist ein als nur lesend markierter Kontoschlüssel (Integrations &gt; API Access Keys): Er sieht alles und kann nichts ändern. Der eigene Schlüssel eines Benutzers sieht, was dieser Benutzer sehen darf.</translation>
    </message>
    <message>
        <source>none (apps with scoped OAuth have one)</source>
        <translation>keines (Apps mit Scoped OAuth haben eines)</translation>
    </message>
    <message>
        <source>All read scopes (app with scoped OAuth)</source>
        <translation>Alle Leseberechtigungen (App mit Scoped OAuth)</translation>
    </message>
    <message>
        <source>read (app with classic OAuth)</source>
        <translation>read (App mit Classic OAuth)</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Names of the scopes</source>
        <translation>Namen der Scopes</translation>
    </message>
    <message>
        <source>any free port</source>
        <translation>ein freier Port</translation>
    </message>
    <message>
        <source>Where the browser comes back to: http://127.0.0.1:PORT/callback. Register this address with the app; choose a fixed port if the app insists on one.</source>
        <translation>Wohin der Browser zurückkehrt: http://127.0.0.1:PORT/callback. Registrieren Sie diese Adresse bei der App; wählen Sie einen festen Port, wenn die App darauf besteht.</translation>
    </message>
    <message>
        <source>&amp;Client ID:</source>
        <translation>&amp;Client-ID:</translation>
    </message>
    <message>
        <source>Client secre&amp;t:</source>
        <translation>Client-&amp;Geheimnis:</translation>
    </message>
    <message>
        <source>Sco&amp;pes:</source>
        <translation>Sc&amp;opes:</translation>
    </message>
    <message>
        <source>Sign-in pa&amp;ge:</source>
        <translation>Anmeldese&amp;ite:</translation>
    </message>
    <message>
        <source>To&amp;ken address:</source>
        <translation>Token-&amp;Adresse:</translation>
    </message>
    <message>
        <source>Re&amp;direct port:</source>
        <translation>&amp;Weiterleitungsport:</translation>
    </message>
    <message>
        <source>kept in the keychain; type to replace it</source>
        <translation>im Schlüsselbund aufbewahrt; zum Ersetzen eingeben</translation>
    </message>
    <message>
        <source>Signed in before; the access is kept in the keychain. Sign in again to replace it.</source>
        <translation>Schon angemeldet; der Zugang liegt im Schlüsselbund. Melden Sie sich erneut an, um ihn zu ersetzen.</translation>
    </message>
    <message>
        <source>Not signed in yet.</source>
        <translation>Noch nicht angemeldet.</translation>
    </message>
</context>
<context>
    <name>pdsi::SignInWords</name>
    <message>
        <source>no details</source>
        <translation>keine Einzelheiten</translation>
    </message>
    <message>
        <source>The keychain is locked, or waits for its password. Unlock it and try again, or keep the secret for this session only: it is then gone when the program ends. It is never written to a file.</source>
        <translation>Der Schlüsselbund ist gesperrt oder wartet auf sein Passwort. Entsperren Sie ihn, und versuchen Sie es erneut, oder behalten Sie das Geheimnis nur für diese Sitzung: Es ist dann mit dem Ende des Programms weg. In eine Datei wird es nie geschrieben.</translation>
    </message>
    <message>
        <source>This desktop has no keychain (no secret service answers). Secrets can be kept for this session only: they are gone when the program ends. They are never written to a file.</source>
        <translation>Dieser Arbeitsplatz hat keinen Schlüsselbund (kein Geheimnisdienst antwortet). Geheimnisse können nur für diese Sitzung aufbewahrt werden: Mit dem Ende des Programms sind sie weg. In eine Datei werden sie nie geschrieben.</translation>
    </message>
    <message>
        <source>An API key of the account itself; it belongs to no user.</source>
        <translation>Ein API-Schlüssel des Kontos selbst; er gehört keinem Benutzer.</translation>
    </message>
    <message>
        <source>The account did not say who this key belongs to.</source>
        <translation>Das Konto sagte nicht, wem dieser Schlüssel gehört.</translation>
    </message>
    <message>
        <source>%1, %2, role %3</source>
        <translation>%1, %2, Rolle %3</translation>
    </message>
    <message>
        <source>Nothing is kept for this connection yet. Enter the key, or sign in with the browser.</source>
        <translation>Für diese Verbindung ist noch nichts aufbewahrt. Geben Sie den Schlüssel ein, oder melden Sie sich im Browser an.</translation>
    </message>
    <message>
        <source>The sign-in was refused (%1). The key or app may have been deleted, mistyped, or belong to another region.</source>
        <translation>Die Anmeldung wurde abgelehnt (%1). Vielleicht wurde der Schlüssel oder die App gelöscht, ist falsch eingegeben oder gehört zu einer anderen Region.</translation>
    </message>
    <message>
        <source>The sign-in was turned down in the browser (%1). Sign in again and allow the access to go on.</source>
        <translation>Die Anmeldung wurde im Browser abgelehnt (%1). Melden Sie sich erneut an, und erlauben Sie den Zugang.</translation>
    </message>
    <message>
        <source>The access has expired and cannot be renewed (%1). Sign in with the browser again.</source>
        <translation>Der Zugang ist abgelaufen und nicht erneuerbar (%1). Melden Sie sich erneut im Browser an.</translation>
    </message>
    <message>
        <source>Nothing came back in time (%1). Try again; if a browser window is open, finish the sign-in there.</source>
        <translation>Es kam nicht rechtzeitig etwas zurück (%1). Versuchen Sie es erneut; ist ein Browserfenster offen, schließen Sie dort die Anmeldung ab.</translation>
    </message>
    <message>
        <source>The host could not be reached (%1). Check the network, the address and the proxy.</source>
        <translation>Der Host war nicht erreichbar (%1). Prüfen Sie das Netzwerk, die Adresse und den Proxy.</translation>
    </message>
    <message>
        <source>The host could not prove who it is, so nothing was sent (%1). If your network inspects TLS, name its certificate as CA file under Network.</source>
        <translation>Der Host konnte nicht beweisen, wer er ist, daher wurde nichts gesendet (%1). Wenn Ihr Netzwerk TLS mitliest, nennen Sie sein Zertifikat unter „Netzwerk“ als CA-Datei.</translation>
    </message>
    <message>
        <source>The proxy does not let us through (%1). Check its address, user and password under Network.</source>
        <translation>Der Proxy lässt uns nicht durch (%1). Prüfen Sie seine Adresse, Benutzer und Passwort unter „Netzwerk“.</translation>
    </message>
    <message>
        <source>The CA file cannot be read (%1). Choose another under Network.</source>
        <translation>Die CA-Datei ist nicht lesbar (%1). Wählen Sie unter „Netzwerk“ eine andere.</translation>
    </message>
    <message>
        <source>The answer was not what it should be (%1). Check the addresses of the identity service and the CA file.</source>
        <translation>Die Antwort war nicht, was sie sein sollte (%1). Prüfen Sie die Adressen des Identitätsdienstes und die CA-Datei.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The list of connections cannot be written (%1). Check the folder and the free space.</source>
        <translation>Die Liste der Verbindungen ist nicht schreibbar (%1). Prüfen Sie den Ordner und den freien Platz.</translation>
    </message>
    <message>
        <source>The list of connections was written by a newer version of this program (%1). Update it.</source>
        <translation>Die Liste der Verbindungen wurde von einer neueren Version dieses Programms geschrieben (%1). Aktualisieren Sie es.</translation>
    </message>
    <message>
        <source>The sign-in cannot wait for the browser on this machine (%1). Choose another redirect port.</source>
        <translation>Die Anmeldung kann auf diesem Rechner nicht auf den Browser warten (%1). Wählen Sie einen anderen Weiterleitungsport.</translation>
    </message>
    <message>
        <source>Something went wrong (%1).</source>
        <translation>Etwas ist schiefgegangen (%1).</translation>
    </message>
    <message>
        <source>Give the connection a name of its own: 1 to 100 printable characters that no other connection has.</source>
        <translation>Geben Sie der Verbindung einen eigenen Namen: 1 bis 100 druckbare Zeichen, den keine andere Verbindung hat.</translation>
    </message>
    <message>
        <source>The address must be https (http is allowed to this machine only), without user, query or fragment.</source>
        <translation>Die Adresse muss https sein (http ist nur zu diesem Rechner erlaubt), ohne Benutzer, Abfrage oder Fragment.</translation>
    </message>
    <message>
        <source>The API key holds a character that no key has, such as a blank.</source>
        <translation>Der API-Schlüssel enthält ein Zeichen, das kein Schlüssel hat, etwa ein Leerzeichen.</translation>
    </message>
    <message>
        <source>Enter the client ID of the OAuth app, without blanks.</source>
        <translation>Geben Sie die Client-ID der OAuth-App ein, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>The sign-in page must be an https address (http to this machine only).</source>
        <translation>Die Anmeldeseite muss eine https-Adresse sein (http nur zu diesem Rechner).</translation>
    </message>
    <message>
        <source>The token address must be https (http to this machine only).</source>
        <translation>Die Token-Adresse muss https sein (http nur zu diesem Rechner).</translation>
    </message>
    <message>
        <source>Scopes are names separated by blanks.</source>
        <translation>Scopes sind durch Leerzeichen getrennte Namen.</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s host name or address alone; kind and port have fields of their own.</source>
        <translation>Geben Sie nur den Hostnamen oder die Adresse des Proxys ein; Art und Port haben eigene Felder.</translation>
    </message>
    <message>
        <source>Enter the proxy&apos;s port, 1 to 65535.</source>
        <translation>Geben Sie den Port des Proxys ein, 1 bis 65535.</translation>
    </message>
    <message>
        <source>This connection cannot be used: %1</source>
        <translation>Diese Verbindung ist nicht benutzbar: %1</translation>
    </message>
    <message>
        <source>The whole account.</source>
        <translation>Das ganze Konto.</translation>
    </message>
    <message>
        <source>What this user may see. Objects may be hidden without a word, so nothing that rests on absence passes.</source>
        <translation>Was dieser Benutzer sehen darf. Objekte können ohne Hinweis verborgen sein, daher gilt nichts als erfüllt, was auf Abwesenheit beruht.</translation>
    </message>
    <message>
        <source>no team is named</source>
        <translation>kein Team ist genannt</translation>
    </message>
    <message>
        <source>What this user&apos;s teams may see (%1). Everything else is hidden without a word, so nothing that rests on absence passes.</source>
        <translation>Was die Teams dieses Benutzers sehen dürfen (%1). Alles andere ist ohne Hinweis verborgen, daher gilt nichts als erfüllt, was auf Abwesenheit beruht.</translation>
    </message>
    <message>
        <source>Not known: the account did not say who this is. It is treated as a partial view.</source>
        <translation>Nicht bekannt: Das Konto sagte nicht, wer dies ist. Es wird als Teilsicht behandelt.</translation>
    </message>
    <message>
        <source>Plan abilities</source>
        <translation>Fähigkeiten des Tarifs</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Escalation policies</source>
        <translation>Eskalationsrichtlinien</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Bereitschaftspläne</translation>
    </message>
    <message>
        <source>Shift-based schedules</source>
        <translation>Schichtbasierte Pläne</translation>
    </message>
    <message>
        <source>Business services</source>
        <translation>Geschäftsdienste</translation>
    </message>
    <message>
        <source>Webhook subscriptions</source>
        <translation>Webhook-Abonnements</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>Prioritäten</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Incident workflows</source>
        <translation>Vorfall-Workflows</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Session settings</source>
        <translation>Sitzungseinstellungen</translation>
    </message>
    <message>
        <source>IP allow lists</source>
        <translation>IP-Positivlisten</translation>
    </message>
    <message>
        <source>Audit records</source>
        <translation>Audit-Einträge</translation>
    </message>
    <message>
        <source>%1: denied (%2). The key or role may not read this.</source>
        <translation>%1: verweigert (%2). Der Schlüssel oder die Rolle darf dies nicht lesen.</translation>
    </message>
    <message>
        <source>%1: denied (%2). The token lacks %3.</source>
        <translation>%1: verweigert (%2). Dem Token fehlt %3.</translation>
    </message>
    <message>
        <source>%1: not in the account&apos;s plan (402).</source>
        <translation>%1: nicht im Tarif des Kontos (402).</translation>
    </message>
    <message>
        <source>%1: switched off, or never set up (404).</source>
        <translation>%1: ausgeschaltet oder nie eingerichtet (404).</translation>
    </message>
    <message>
        <source>%1: no answer. Try again.</source>
        <translation>%1: keine Antwort. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1: no usable answer (%2). Try again.</source>
        <translation>%1: keine brauchbare Antwort (%2). Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Test stopped</source>
        <translation>Test abgebrochen</translation>
    </message>
    <message>
        <source>It does not work</source>
        <translation>Es funktioniert nicht</translation>
    </message>
    <message>
        <source>It works</source>
        <translation>Es funktioniert</translation>
    </message>
    <message>
        <source>Signed in, but nothing can be read</source>
        <translation>Angemeldet, aber nichts ist lesbar</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>Sieht</translation>
    </message>
    <message>
        <source>Cannot see</source>
        <translation>Sieht nicht</translation>
    </message>
    <message>
        <source>Nothing of what was asked is closed.</source>
        <translation>Nichts vom Abgefragten ist verschlossen.</translation>
    </message>
    <message>
        <source>Controls that need what cannot be seen end as not determined.</source>
        <translation>Kontrollen, die brauchen, was nicht zu sehen ist, enden als nicht feststellbar.</translation>
    </message>
    <message>
        <source>Readable</source>
        <translation>Lesbar</translation>
    </message>
    <message>
        <source>Abilities of the plan (%1)</source>
        <translation>Fähigkeiten des Tarifs (%1)</translation>
    </message>
</context>
<context>
    <name>pdsi::SigningKeyForm</name>
    <message>
        <source>There is no key yet. One is made when the first bundle is signed.</source>
        <translation>Es gibt noch keinen Schlüssel. Er wird erstellt, wenn das erste Paket signiert wird.</translation>
    </message>
    <message>
        <source>The keychain is locked, or waits for its password, so bundles cannot be signed now. Unlock it, then look again.</source>
        <translation>Der Schlüsselbund ist gesperrt oder wartet auf sein Passwort, deshalb können jetzt keine Pakete signiert werden. Entsperren Sie ihn, und sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>This desktop has no keychain (no secret service answers). The key is kept nowhere else, so bundles can only be written without a signature.</source>
        <translation>Diese Arbeitsumgebung hat keinen Schlüsselbund (kein Geheimnisdienst antwortet). Der Schlüssel wird nirgendwo sonst verwahrt, deshalb können Pakete nur ohne Signatur geschrieben werden.</translation>
    </message>
    <message>
        <source>The key in the keychain cannot be used (%1). A new key can take its place.</source>
        <translation>Der Schlüssel im Schlüsselbund ist nicht brauchbar (%1). Ein neuer Schlüssel kann ihn ersetzen.</translation>
    </message>
    <message>
        <source>Your signing key</source>
        <translation>Ihr Signaturschlüssel</translation>
    </message>
    <message>
        <source>&amp;Copy fingerprint</source>
        <translation>Fingerabdruck &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export public key...</source>
        <translation>Öffentlichen Schlüssel &amp;exportieren...</translation>
    </message>
    <message>
        <source>Make a &amp;new key...</source>
        <translation>&amp;Neuen Schlüssel erstellen...</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Noch einmal nach&amp;sehen</translation>
    </message>
    <message>
        <source>Fingerprint of your signing key</source>
        <translation>Fingerabdruck Ihres Signaturschlüssels</translation>
    </message>
    <message>
        <source>&amp;Fingerprint (SHA-256) of the public key:</source>
        <translation>&amp;Fingerabdruck (SHA-256) des öffentlichen Schlüssels:</translation>
    </message>
    <message>
        <source>Tell the fingerprint to whoever checks your bundles by another way than the bundle itself: by telephone, on paper. The secret half never leaves the keychain.</source>
        <translation>Teilen Sie den Fingerabdruck denen, die Ihre Pakete prüfen, auf anderem Weg mit als durch das Paket selbst: am Telefon, auf Papier. Die geheime Hälfte verlässt den Schlüsselbund nie.</translation>
    </message>
    <message>
        <source>Asking the keychain...</source>
        <translation>Der Schlüsselbund wird gefragt...</translation>
    </message>
    <message>
        <source>The fingerprint is in the clipboard.</source>
        <translation>Der Fingerabdruck ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Export public key</source>
        <translation>Öffentlichen Schlüssel exportieren</translation>
    </message>
    <message>
        <source>Public keys (*.pub)</source>
        <translation>Öffentliche Schlüssel (*.pub)</translation>
    </message>
    <message>
        <source>The public key was written to %1. minisign -V -p checks bundles with it.</source>
        <translation>Der öffentliche Schlüssel wurde nach %1 geschrieben. minisign -V -p prüft Pakete damit.</translation>
    </message>
    <message>
        <source>The public key could not be written: %1. Choose another folder or name.</source>
        <translation>Der öffentliche Schlüssel konnte nicht geschrieben werden: %1. Wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Neuen Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Make a new signing key? The present one is then gone for good.</source>
        <translation>Neuen Signaturschlüssel erstellen? Der jetzige ist dann endgültig weg.</translation>
    </message>
    <message>
        <source>Bundles you signed before stay good: their signature is checked with the old public key, which is in each of them. But this computer will no longer know that key as yours, and whoever checks your bundles needs the new fingerprint. Export the old public key first, and say why the key changed.</source>
        <translation>Schon signierte Pakete bleiben gültig: Ihre Signatur wird mit dem alten öffentlichen Schlüssel geprüft, der in jedem von ihnen liegt. Dieser Rechner kennt jenen Schlüssel dann aber nicht mehr als Ihren, und wer Ihre Pakete prüft, braucht den neuen Fingerabdruck. Exportieren Sie zuerst den alten öffentlichen Schlüssel, und sagen Sie, warum der Schlüssel gewechselt hat.</translation>
    </message>
</context>
<context>
    <name>pdsi::SnapshotListModel</name>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <source>Abandoned</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Everything the key may read has arrived.</source>
        <translation>Alles, was der Schlüssel lesen darf, ist angekommen.</translation>
    </message>
    <message>
        <source>Some resources were denied, failed or arrived in part.</source>
        <translation>Einige Ressourcen wurden verweigert, schlugen fehl oder kamen nur teilweise an.</translation>
    </message>
    <message>
        <source>The collection was interrupted and can be resumed.</source>
        <translation>Die Erfassung wurde unterbrochen und lässt sich fortsetzen.</translation>
    </message>
    <message>
        <source>The collection was interrupted more than 24 hours ago: the account has moved on, so it cannot be resumed.</source>
        <translation>Die Erfassung wurde vor mehr als 24 Stunden unterbrochen: Das Konto hat sich weiterbewegt, daher lässt sie sich nicht fortsetzen.</translation>
    </message>
    <message>
        <source>This is being collected right now.</source>
        <translation>Dies wird gerade erfasst.</translation>
    </message>
    <message>
        <source>%1, OAuth</source>
        <translation>%1, OAuth</translation>
    </message>
    <message>
        <source>%1, key ...%2</source>
        <translation>%1, Schlüssel ...%2</translation>
    </message>
    <message>
        <source>Collected (UTC)</source>
        <translation>Erfasst (UTC)</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>As of (UTC)</source>
        <translation>Stand (UTC)</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>pdsi::SnapshotsView</name>
    <message>
        <source>Snapshots on this computer</source>
        <translation>Momentaufnahmen auf diesem Computer</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Momentaufnahmen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Resume...</source>
        <translation>Fortsetzen...</translation>
    </message>
    <message>
        <source>Save as archive...</source>
        <translation>Als Archiv speichern...</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo deleting the snapshot</source>
        <translation>Löschen der Momentaufnahme zurücknehmen</translation>
    </message>
    <message>
        <source>List again</source>
        <translation>Neu auflisten</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>Das hat nicht funktioniert: %1</translation>
    </message>
    <message>
        <source>No snapshots are kept on this computer yet. Choose Collect: every collection leaves one here.</source>
        <translation>Auf diesem Computer liegen noch keine Momentaufnahmen. Wählen Sie Erfassen: Jede Erfassung hinterlässt hier eine.</translation>
    </message>
    <message>
        <source>Save snapshot</source>
        <translation>Momentaufnahme speichern</translation>
    </message>
    <message>
        <source>Snapshot archives (*.pdsnap)</source>
        <translation>Archive von Momentaufnahmen (*.pdsnap)</translation>
    </message>
    <message>
        <source>Saving %1...</source>
        <translation>%1 wird gespeichert...</translation>
    </message>
    <message>
        <source>Deleting the snapshot of %1, collected %2 UTC.</source>
        <translation>Die Momentaufnahme von %1, erfasst %2 UTC, wird gelöscht.</translation>
    </message>
</context>
<context>
    <name>pdsi::StatusChips</name>
    <message>
        <source>Show outcomes with this status; several may be chosen</source>
        <translation>Ergebnisse mit diesem Status zeigen; mehrere können gewählt werden</translation>
    </message>
    <message>
        <source>%1, %2 outcomes</source>
        <translation>%1, %2 Ergebnisse</translation>
    </message>
</context>
<context>
    <name>pdsi::TimelineAccessible</name>
    <message>
        <source>Press Enter to select.</source>
        <translation>Mit der Eingabetaste auswählen.</translation>
    </message>
</context>
<context>
    <name>pdsi::TimelinePicture</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Collected %1</source>
        <translation>Erfasst %1</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows, worst first</source>
        <translation>Die ersten %1 von %2 Zeilen, schlechteste zuerst</translation>
    </message>
</context>
<context>
    <name>pdsi::TimelineScene</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>erfasst</translation>
    </message>
</context>
<context>
    <name>pdsi::TimelineTips</name>
    <message>
        <source>For this person: %1</source>
        <translation>Für diese Person: %1</translation>
    </message>
    <message>
        <source>Direct target of level %1: always on call</source>
        <translation>Direktes Ziel der Stufe %1: immer in Bereitschaft</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Vertretung</translation>
    </message>
    <message>
        <source>Custom shift</source>
        <translation>Einzelne Schicht</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>Layer: %1</source>
        <translation>Ebene: %1</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>Rotation</translation>
    </message>
    <message>
        <source>PagerDuty rendered %1; by the schedule&apos;s rules it is %2.</source>
        <translation>PagerDuty gab %1 aus; nach den Regeln des Bereitschaftsplans ist es %2.</translation>
    </message>
    <message>
        <source>level %1 answers</source>
        <translation>Stufe %1 antwortet</translation>
    </message>
    <message>
        <source>nobody for %1</source>
        <translation>niemand für %1</translation>
    </message>
    <message>
        <source>not known for %1</source>
        <translation>nicht bekannt für %1</translation>
    </message>
    <message>
        <source>and %1 more policies</source>
        <translation>und %1 weitere Richtlinien</translation>
    </message>
    <message>
        <source>Shorter than what counts as a gap.</source>
        <translation>Kürzer als das, was als Lücke zählt.</translation>
    </message>
    <message>
        <source>The schedule names %1, who is away in this what-if.</source>
        <translation>Der Bereitschaftsplan nennt %1, in dieser Annahme abwesend.</translation>
    </message>
    <message>
        <source>The schedule names %1, who is gone.</source>
        <translation>Der Bereitschaftsplan nennt %1, den es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Time zone: %1</source>
        <translation>Zeitzone: %1</translation>
    </message>
    <message>
        <source>No active service uses this schedule.</source>
        <translation>Kein aktiver Dienst benutzt diesen Bereitschaftsplan.</translation>
    </message>
    <message>
        <source>For %1 PagerDuty rendered something else than the schedule&apos;s rules give.</source>
        <translation>Für %1 gab PagerDuty etwas anderes aus, als die Regeln des Bereitschaftsplans ergeben.</translation>
    </message>
    <message>
        <source>Handoff</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 an %2</translation>
    </message>
</context>
<context>
    <name>pdsi::TimelineView</name>
    <message>
        <source>On-call timeline</source>
        <translation>Bereitschaftszeitachse</translation>
    </message>
    <message>
        <source>Arrow keys move between shifts, gaps and rows; N and P jump between gaps; Enter selects.</source>
        <translation>Pfeiltasten gehen zwischen Schichten, Lücken und Zeilen; N und P springen zwischen Lücken; die Eingabetaste wählt aus.</translation>
    </message>
    <message>
        <source>Working out who is on call...</source>
        <translation>Wer in Bereitschaft ist, wird berechnet...</translation>
    </message>
    <message>
        <source>No snapshot is open. Open one, or the sample account, from the File menu.</source>
        <translation>Keine Momentaufnahme ist geöffnet. Öffnen Sie eine oder das Beispielkonto über das Menü „Datei“.</translation>
    </message>
    <message>
        <source>No row has a gap.</source>
        <translation>Keine Zeile hat eine Lücke.</translation>
    </message>
    <message>
        <source>The account has no schedules, policies or services to show.</source>
        <translation>Das Konto hat keine Bereitschaftspläne, Richtlinien oder Dienste zu zeigen.</translation>
    </message>
    <message>
        <source>Gap %1 of %2</source>
        <translation>Lücke %1 von %2</translation>
    </message>
    <message>
        <source>1 gap</source>
        <translation>1 Lücke</translation>
    </message>
    <message>
        <source>%1 gaps</source>
        <translation>%1 Lücken</translation>
    </message>
    <message>
        <source>%1 of them without anybody on any level</source>
        <translation>%1 davon ohne jemanden auf irgendeiner Stufe</translation>
    </message>
    <message>
        <source>1 row found.</source>
        <translation>1 Zeile gefunden.</translation>
    </message>
    <message>
        <source>%1 rows found. Enter goes to the next one.</source>
        <translation>%1 Zeilen gefunden. Die Eingabetaste geht zur nächsten.</translation>
    </message>
    <message>
        <source>Click a bar or a gap, or use the arrow keys, to see who, until when and why.</source>
        <translation>Klicken Sie einen Balken oder eine Lücke an, oder benutzen Sie die Pfeiltasten, um zu sehen, wer, bis wann und warum.</translation>
    </message>
    <message>
        <source>On-call coverage of %1</source>
        <translation>Bereitschaftsabdeckung von %1</translation>
    </message>
    <message>
        <source>Group by service</source>
        <translation>Nach Dienst gruppieren</translation>
    </message>
    <message>
        <source>By service</source>
        <translation>Nach Dienst</translation>
    </message>
    <message>
        <source>Group by escalation policy</source>
        <translation>Nach Eskalationsrichtlinie gruppieren</translation>
    </message>
    <message>
        <source>By policy</source>
        <translation>Nach Richtlinie</translation>
    </message>
    <message>
        <source>Group by team</source>
        <translation>Nach Team gruppieren</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>Nach Team</translation>
    </message>
    <message>
        <source>Schedules only</source>
        <translation>Nur Pläne</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Bereitschaftspläne</translation>
    </message>
    <message>
        <source>How rows are grouped</source>
        <translation>Wie Zeilen gruppiert sind</translation>
    </message>
    <message>
        <source>Times by the account&apos;s zone</source>
        <translation>Zeiten in der Zone des Kontos</translation>
    </message>
    <message>
        <source>Account time</source>
        <translation>Kontozeit</translation>
    </message>
    <message>
        <source>Times by the schedule&apos;s own zone</source>
        <translation>Zeiten in der Zone des Bereitschaftsplans</translation>
    </message>
    <message>
        <source>Schedule time</source>
        <translation>Planzeit</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Times by my zone</source>
        <translation>Zeiten in meiner Zone</translation>
    </message>
    <message>
        <source>My time</source>
        <translation>Meine Zeit</translation>
    </message>
    <message>
        <source>The zone that most schedules are in</source>
        <translation>Die Zone der meisten Bereitschaftspläne</translation>
    </message>
    <message>
        <source>Time zone of the axis</source>
        <translation>Zeitzone der Achse</translation>
    </message>
    <message>
        <source>Show a day</source>
        <translation>Einen Tag zeigen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Show a week</source>
        <translation>Eine Woche zeigen</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Show a month</source>
        <translation>Einen Monat zeigen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Show a quarter</source>
        <translation>Ein Quartal zeigen</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <source>Show everything collected</source>
        <translation>Alles Erfasste zeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>Auf die Auswahl vergrößern</translation>
    </message>
    <message>
        <source>Previous gap</source>
        <translation>Vorherige Lücke</translation>
    </message>
    <message>
        <source>Next gap</source>
        <translation>Nächste Lücke</translation>
    </message>
    <message>
        <source>Previous gap without anybody</source>
        <translation>Vorherige Lücke ohne jemanden</translation>
    </message>
    <message>
        <source>Next gap without anybody</source>
        <translation>Nächste Lücke ohne jemanden</translation>
    </message>
    <message>
        <source>Go to the worst gap</source>
        <translation>Zur schlimmsten Lücke gehen</translation>
    </message>
    <message>
        <source>Worst gap</source>
        <translation>Schlimmste Lücke</translation>
    </message>
    <message>
        <source>Only rows with gaps</source>
        <translation>Nur Zeilen mit Lücken</translation>
    </message>
    <message>
        <source>Only gaps</source>
        <translation>Nur Lücken</translation>
    </message>
    <message>
        <source>Search people and rows</source>
        <translation>Personen und Zeilen suchen</translation>
    </message>
    <message>
        <source>Intended off-hours...</source>
        <translation>Beabsichtigte Ruhezeiten...</translation>
    </message>
    <message>
        <source>Export picture...</source>
        <translation>Bild exportieren...</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Timeline tools</source>
        <translation>Werkzeuge der Zeitachse</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More of the timeline</source>
        <translation>Mehr zur Zeitachse</translation>
    </message>
    <message>
        <source>off-hours of %1</source>
        <translation>Ruhezeiten von %1</translation>
    </message>
    <message>
        <source>Choose a schedule in the timeline first.</source>
        <translation>Wählen Sie zuerst einen Bereitschaftsplan in der Zeitachse.</translation>
    </message>
    <message>
        <source>Export the visible range</source>
        <translation>Den sichtbaren Bereich exportieren</translation>
    </message>
    <message>
        <source>Vector picture (*.svg);;Picture (*.png)</source>
        <translation>Vektorbild (*.svg);;Bild (*.png)</translation>
    </message>
    <message>
        <source>Cannot write the picture</source>
        <translation>Das Bild lässt sich nicht schreiben</translation>
    </message>
</context>
<context>
    <name>pdsi::TimestampForm</name>
    <message>
        <source>Time stamps of evidence bundles</source>
        <translation>Zeitstempel von Nachweispaketen</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>none: bundles get no time stamp</source>
        <translation>keiner: Pakete bekommen keinen Zeitstempel</translation>
    </message>
    <message>
        <source>none: any good stamp is taken</source>
        <translation>keine: jeder gültige Stempel wird angenommen</translation>
    </message>
    <message>
        <source>Asks for a stamp of a digest that means nothing.</source>
        <translation>Holt einen Stempel für eine Prüfsumme ohne Bedeutung.</translation>
    </message>
    <message>
        <source>Choose...</source>
        <translation>Wählen...</translation>
    </message>
    <message>
        <source>Choose the CA file for time stamps</source>
        <translation>CA-Datei für Zeitstempel wählen</translation>
    </message>
    <message>
        <source>A time stamp server (RFC 3161) signs that a bundle existed at a time. It is sent a SHA-256 digest and nothing of the account. Plain http is common and does no harm, because the stamp itself is signed. With a CA file (PEM) only stamps that lead to it, or that this system trusts, are taken.</source>
        <translation>Ein Zeitstempelserver (RFC 3161) signiert, dass es ein Paket zu einer Zeit gab. Er bekommt eine SHA-256-Prüfsumme und nichts vom Konto. Einfaches http ist üblich und schadet nicht, weil der Stempel selbst signiert ist. Mit einer CA-Datei (PEM) werden nur Stempel angenommen, die zu ihr führen oder denen dieses System vertraut.</translation>
    </message>
    <message>
        <source>Time stamp &amp;server:</source>
        <translation>Zeitstempel&amp;server:</translation>
    </message>
    <message>
        <source>C&amp;A file:</source>
        <translation>C&amp;A-Datei:</translation>
    </message>
    <message>
        <source>Whose proxy and CA file are used to reach the server.</source>
        <translation>Wessen Proxy und CA-Datei benutzt werden, um den Server zu erreichen.</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie das System sagt</translation>
    </message>
    <message>
        <source>As the connection %1</source>
        <translation>Wie die Verbindung %1</translation>
    </message>
    <message>
        <source>&amp;Way there:</source>
        <translation>&amp;Weg dorthin:</translation>
    </message>
    <message>
        <source>As a connection that is gone</source>
        <translation>Wie eine Verbindung, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>This is no address of a time stamp server, so it is not kept: it begins with https:// or http://.</source>
        <translation>Das ist keine Adresse eines Zeitstempelservers und wird deshalb nicht behalten: Sie beginnt mit https:// oder http://.</translation>
    </message>
    <message>
        <source>CA file for time stamps</source>
        <translation>CA-Datei für Zeitstempel</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Asking %1 for a time stamp...</source>
        <translation>Zeitstempel von %1 wird geholt...</translation>
    </message>
    <message>
        <source>It works: %1</source>
        <translation>Es funktioniert: %1</translation>
    </message>
</context>
<context>
    <name>pdsi::WhatIfActions</name>
    <message>
        <source>What if this person were away</source>
        <translation>Was wäre, wenn diese Person abwesend wäre</translation>
    </message>
    <message>
        <source>What if this schedule were removed</source>
        <translation>Was wäre, wenn dieser Plan entfernt wäre</translation>
    </message>
    <message>
        <source>Reset the what-if</source>
        <translation>Das „Was wäre, wenn“ zurücksetzen</translation>
    </message>
</context>
<context>
    <name>pdsi::WhatIfBanner</name>
    <message>
        <source>What-if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the what-if</source>
        <translation>Das „Was wäre, wenn“ zurücksetzen</translation>
    </message>
</context>
<context>
    <name>pdsi::collectiontext</name>
    <message>
        <source>%1 of about %2 requests, %3 left</source>
        <translation>%1 von etwa %2 Anfragen, noch %3</translation>
    </message>
    <message>
        <source>%1 of at least %2 requests</source>
        <translation>%1 von mindestens %2 Anfragen</translation>
    </message>
    <message>
        <source>The account no longer takes the sign-in. Everything waits until it is renewed.</source>
        <translation>Das Konto nimmt die Anmeldung nicht mehr an. Alles wartet, bis sie erneuert ist.</translation>
    </message>
    <message>
        <source>Pausing: nothing new is sent, what is in flight completes.</source>
        <translation>Wird angehalten: Neues wird nicht gesendet, Laufendes wird abgeschlossen.</translation>
    </message>
    <message>
        <source>Paused. Nothing is sent until you resume.</source>
        <translation>Angehalten. Es wird nichts gesendet, bis Sie fortsetzen.</translation>
    </message>
    <message>
        <source>Waiting %1 for the rate limit.</source>
        <translation>Wartet %1 auf das Anfragelimit.</translation>
    </message>
    <message>
        <source>Failed for a moment and asked again: %1.</source>
        <translation>Vorübergehend fehlgeschlagen und erneut abgefragt: %1.</translation>
    </message>
    <message>
        <source>Rate limit: the account has told none</source>
        <translation>Anfragelimit: Das Konto hat keines genannt</translation>
    </message>
    <message>
        <source>Rate limit: %1 of %2 requests left</source>
        <translation>Anfragelimit: noch %1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>Rate limit: %1 requests left</source>
        <translation>Anfragelimit: noch %1 Anfragen</translation>
    </message>
    <message>
        <source>, whole again in %1</source>
        <translation>, wieder voll in %1</translation>
    </message>
    <message>
        <source>In flight %1</source>
        <translation>Laufend %1</translation>
    </message>
    <message>
        <source>repeated %1</source>
        <translation>wiederholt %1</translation>
    </message>
    <message>
        <source>waits for the rate limit %1</source>
        <translation>Warten auf das Anfragelimit %1</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>empfangen %1</translation>
    </message>
    <message>
        <source>kept from before %1</source>
        <translation>von früher aufbewahrt %1</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>Gesendet %1</translation>
    </message>
    <message>
        <source>What arrived is kept: %1 answers.</source>
        <translation>Was ankam, ist aufbewahrt: %1 Antworten.</translation>
    </message>
    <message>
        <source>Everything has arrived. Judging it...</source>
        <translation>Alles ist angekommen. Es wird beurteilt...</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The account refused the sign-in. Check the key, and the region: keys of European accounts work in Europe only.</source>
        <translation>Das Konto hat die Anmeldung abgelehnt. Prüfen Sie den Schlüssel und die Region: Schlüssel europäischer Konten gelten nur in Europa.</translation>
    </message>
    <message>
        <source>The account could not be reached (%1). Check the network, the proxy and the address.</source>
        <translation>Das Konto war nicht erreichbar (%1). Prüfen Sie das Netzwerk, den Proxy und die Adresse.</translation>
    </message>
    <message>
        <source>What arrived could not be stored: %1. Check the free space and permissions.</source>
        <translation>Was ankam, konnte nicht gespeichert werden: %1. Prüfen Sie den freien Platz und die Berechtigungen.</translation>
    </message>
    <message>
        <source>Interrupted: %1, started %2 UTC. %3 answers are kept and need not be asked again if you resume within 24 hours.</source>
        <translation>Unterbrochen: %1, begonnen %2 UTC. %3 Antworten sind aufbewahrt und müssen nicht erneut abgefragt werden, wenn Sie binnen 24 Stunden fortsetzen.</translation>
    </message>
</context>
</TS>
