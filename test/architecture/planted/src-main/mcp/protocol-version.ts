// breaks: workbench/no-default-export
export default '2026-07-28';
