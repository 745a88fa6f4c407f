//! Pocketchart's sessions between devices.
