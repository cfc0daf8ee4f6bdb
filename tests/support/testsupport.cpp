// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Gives pdsi_testsupport an object file where only headers are in it.
