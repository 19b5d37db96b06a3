"""Words to templates (needs the extra ``authoring``): `build` makes them, `marks.blanks` lists their blanks."""
