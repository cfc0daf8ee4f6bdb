// SPDX-FileCopyrightText: PagerDuty Security Inspector contributors
// SPDX-License-Identifier: GPL-3.0-or-later
import java.io.File;
import java.util.TreeMap;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Judges each file named on the command line by PDF/A-1b; ends with 1 when one of them is not valid. */
public class Preflight {
    public static void main(String[] files) throws Exception {
        boolean valid = files.length > 0;
        for (String file : files) {
            PreflightParser parser = new PreflightParser(new File(file));
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                ValidationResult result = document.getResult();
                TreeMap<String, Integer> errors = new TreeMap<>();
                for (ValidationResult.ValidationError error : result.getErrorsList())
                    errors.merge(error.getErrorCode() + " " + error.getDetails(), 1, Integer::sum);
                System.out.println((result.isValid() ? "valid " : "NOT VALID ") + file);
                errors.forEach((error, count) -> System.out.println("  " + count + " x " + error));
                valid = valid && result.isValid();
            }
        }
        System.exit(valid ? 0 : 1);
    }
}
