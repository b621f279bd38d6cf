"""Keys: one small interface, so that a key file today can be PKCS#11 or Vault tomorrow."""

from focus.core.keys.file import FileKeyStore
from focus.core.keys.store import KeyFileExposed, KeyStore, KeyUnknown

__all__ = ["FileKeyStore", "KeyFileExposed", "KeyStore", "KeyUnknown"]
