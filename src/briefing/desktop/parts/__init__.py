"""The parts that forms, dialogs and bars are built from: plain values in, signals out, nothing known of a dossier."""
