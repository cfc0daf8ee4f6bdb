#!/bin/sh
# SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# preflight.sh FOLDER: PDF/A-1b of every *.pdf there by Apache PDFBox. 77 = skipped.
command -v java > /dev/null || { echo "skipped: java is not installed"; exit 77; }
jars=/usr/share/java
for jar in pdfbox2 preflight xmpbox fontbox2 commons-logging; do
    [ -e "$jars/$jar.jar" ] || { echo "skipped: $jars/$jar.jar is not installed"; exit 77; }
    path="$path:$jars/$jar.jar"
done
for jar in javax.activation jaxb-api; do
    [ -e "$jars/$jar.jar" ] && path="$path:$jars/$jar.jar"
done
exec java -cp "${path#:}" "$(dirname "$0")/Preflight.java" "$1"/*.pdf
