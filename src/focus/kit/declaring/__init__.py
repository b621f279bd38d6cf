"""What the author of a module writes: frozen structs without any working part; `focus.kit` names them all."""
