"""The checked tree of a rule, as CEL's own messages have it (cel/expr/syntax.proto and checked.proto).

Only the parts that are read here are declared; the others are kept as unknown fields, so that the bytes for
the app lose nothing.
"""

from __future__ import annotations

from typing import Any

from google.protobuf import any_pb2, descriptor_pb2, descriptor_pool, message_factory

_MESSAGES = {
    "Constant": "bool_value:2:bool int64_value:3:int64 uint64_value:4:uint64 double_value:5:double "
    "string_value:6:string bytes_value:7:bytes null_value:1:int32",
    "Ident": "name:1:string",
    "Select": "operand:1:Expr field:2:string test_only:3:bool",
    "Call": "target:1:Expr function:2:string args:3:Expr*",
    "CreateList": "elements:1:Expr*",
    "CreateStruct": "message_name:1:string",
    "Comprehension": "iter_var:1:string iter_range:2:Expr accu_var:3:string accu_init:4:Expr "
    "loop_condition:5:Expr loop_step:6:Expr result:7:Expr",
    "Expr": "id:2:int64 const_expr:3:Constant? ident_expr:4:Ident? select_expr:5:Select? call_expr:6:Call? "
    "list_expr:7:CreateList? struct_expr:8:CreateStruct? comprehension_expr:9:Comprehension?",
    "ListType": "elem_type:1:Type",
    "Type": "primitive:3:int32? well_known:5:int32? list_type:6:ListType? message_type:9:string?",
    "TypeEntry": "key:1:int64 value:2:Type",
    "CheckedExpr": "type_map:3:TypeEntry* expr:4:Expr",
}
_PRIMITIVES = {1: "bool", 2: "int", 3: "uint", 4: "double", 5: "string", 6: "bytes"}
_WELL_KNOWN = {2: "timestamp", 3: "duration"}


def _declared() -> dict[str, Any]:
    kinds = descriptor_pb2.FieldDescriptorProto
    file = descriptor_pb2.FileDescriptorProto(name="kit/tree.proto", package="kit.tree", syntax="proto2")
    for name, fields in _MESSAGES.items():
        message = file.message_type.add(name=name)
        for text in fields.split():
            field, number, kind = text.split(":")
            bare = kind.rstrip("*?")
            added = message.field.add(name=field, number=int(number))
            added.label = kinds.LABEL_REPEATED if kind.endswith("*") else kinds.LABEL_OPTIONAL
            if bare in _MESSAGES:
                added.type, added.type_name = kinds.TYPE_MESSAGE, f".kit.tree.{bare}"
            else:
                added.type = kinds.Type.Value(f"TYPE_{bare.upper()}")
            if kind.endswith("?") or name == "Constant":
                added.oneof_index = 0
        if any(field.HasField("oneof_index") for field in message.field):
            message.oneof_decl.add(name="kind")
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return {
        name: message_factory.GetMessageClass(pool.FindMessageTypeByName(f"kit.tree.{name}"))
        for name in _MESSAGES
    }


_CLASSES = _declared()


class Tree:
    """A checked expression: its root, the type of each node, and the bytes that the app runs."""

    def __init__(self, serialized: bytes) -> None:
        checked = _CLASSES["CheckedExpr"].FromString(any_pb2.Any.FromString(serialized).value)
        self.root = checked.expr
        self._types = {entry.key: entry.value for entry in checked.type_map}
        self.bytes: bytes = _CLASSES["CheckedExpr"](expr=checked.expr).SerializeToString(deterministic=True)

    def type_of(self, expr: Any) -> str:
        """`bool`, `int`, `string`, `timestamp`, `list(...)`, the name of a message, or `dyn`."""
        return _named(self._types.get(expr.id))


def _named(kind: Any) -> str:
    match kind.WhichOneof("kind") if kind is not None else None:
        case "primitive":
            return _PRIMITIVES.get(kind.primitive, "dyn")
        case "well_known":
            return _WELL_KNOWN.get(kind.well_known, "dyn")
        case "list_type":
            return f"list({_named(kind.list_type.elem_type)})"
        case "message_type":
            return str(kind.message_type)
    return "dyn"
