"""DICOM on the wire: listeners, provided services (scp/), used services (scu/), peers. Knows no window and no rule."""
