export const messages = {
  heading: '指标体系',
  change: {
    added: '新增“{{name}}”，{{weight}}分。',
    removed: '取消“{{name}}”（原{{weight}}分）。',
    renamed: '“{{before}}”改名为“{{name}}”。',
    reweighted: '“{{name}}”分值由{{before}}分改为{{after}}分。',
    rule: '“{{name}}”的计分规则有变。',
    moved: '“{{name}}”由“{{before}}”移到“{{after}}”之下。',
    top: '一级指标',
  },
};
