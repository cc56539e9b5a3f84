import { FormControlLabel, FormHelperText, InputAdornment, MenuItem, Switch, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { Field, FieldType } from '@xueshi/core';
import type { ComponentType } from 'react';
import { request } from '../http/request';
import { declarationText as text } from '../messages/professional';
import type { DraftValue } from './draft';

export interface FieldInputProps {
  field: Field;
  value: DraftValue | undefined;
  error?: string;
  onChange: (value: DraftValue) => void;
}

/** What every text-like input has in common. */
const common = ({ field, value, error, onChange }: FieldInputProps) => ({
  label: field.label,
  required: field.required,
  value: typeof value === 'string' ? value : '',
  error: error !== undefined,
  helperText: error ?? field.help,
  fullWidth: true,
  size: 'small' as const,
  onChange: (event: { target: { value: string } }) => onChange(event.target.value),
});

function TextInput(props: FieldInputProps) {
  return <TextField {...common(props)} slotProps={{ htmlInput: { maxLength: props.field.maxLength } }} />;
}

function LongTextInput(props: FieldInputProps) {
  const { helperText, ...rest } = common(props);
  const hint = props.field.type === 'list' ? text.listHelp : undefined;
  return (
    <TextField {...rest} helperText={helperText ?? hint} multiline minRows={2} maxRows={8} slotProps={{ htmlInput: { maxLength: props.field.maxLength } }} />
  );
}

function NumberInput(props: FieldInputProps) {
  const { field } = props;
  return (
    <TextField
      {...common(props)}
      slotProps={{
        htmlInput: { inputMode: field.type === 'integer' ? 'numeric' : 'decimal', autoComplete: 'off', maxLength: 12 },
        input: field.unit ? { endAdornment: <InputAdornment position="end">{field.unit}</InputAdornment> } : undefined,
      }}
    />
  );
}

function DateInput(props: FieldInputProps) {
  return <TextField {...common(props)} type="date" slotProps={{ inputLabel: { shrink: true }, htmlInput: { max: '9999-12-31' } }} />;
}

function BooleanInput({ field, value, error, onChange }: FieldInputProps) {
  return (
    <div>
      <FormControlLabel
        label={field.label}
        control={
          <Switch checked={value === true} onChange={(_, checked) => onChange(checked)} slotProps={{ input: { 'aria-invalid': error !== undefined } }} />
        }
      />
      {(error ?? field.help) && <FormHelperText error={error !== undefined}>{error ?? field.help}</FormHelperText>}
    </div>
  );
}

function ChoiceInput(props: FieldInputProps) {
  return (
    <TextField {...common(props)} select>
      {!props.field.required && <MenuItem value="">{text.choose}</MenuItem>}
      {props.field.options?.map((option) => (
        <MenuItem key={String(option.value)} value={String(option.value)}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

function DictionaryInput(props: FieldInputProps) {
  const { data = [], error } = useQuery({
    queryKey: ['dictionary', props.field.dictionary],
    queryFn: ({ signal }) => request<{ code: string; name: string }[]>(`/api/dictionaries/${props.field.dictionary}`, { signal }).then((reply) => reply.body),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const settings = common({ ...props, error: props.error ?? error?.message });
  return (
    <TextField {...settings} value={data.length > 0 ? settings.value : ''} select>
      {!props.field.required && <MenuItem value="">{text.choose}</MenuItem>}
      {data.map((item) => (
        <MenuItem key={item.code} value={item.code}>
          {item.name}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Field type -> input. A type missing here does not compile. */
const inputs: Record<FieldType, ComponentType<FieldInputProps>> = {
  text: TextInput,
  longtext: LongTextInput,
  list: LongTextInput,
  integer: NumberInput,
  number: NumberInput,
  date: DateInput,
  boolean: BooleanInput,
  choice: ChoiceInput,
  dictionary: DictionaryInput,
};

/** The input of one configured field. */
export function FieldInput(props: FieldInputProps) {
  const Input = inputs[props.field.type];
  return <Input {...props} />;
}
